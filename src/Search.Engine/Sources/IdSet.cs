using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Search.Engine.Sources;

/// <summary>
/// Which ids were seen, by a 128-bit hash of each: 10 million ids take 200 to 310 MB, also while it grows, where the texts
/// would take over 1 GB. That two of a billion ids share a hash has a chance below 1 in 10^20. Not thread-safe.
/// </summary>
public sealed class IdSet
{
    // Each shard grows by itself, so that growing needs the memory of one shard a second time, not of all.
    private const int ShardBits = 6;

    private readonly Shard?[] _shards = new Shard?[1 << ShardBits];
    private readonly Stack<UInt128[]> _freePages = new();

    /// <summary>How many ids are in it.</summary>
    public long Count { get; private set; }

    /// <summary>Adds <paramref name="id"/>; false when it was there.</summary>
    public bool Add(string id)
    {
        var key = KeyOf(id);
        var shard = _shards[ShardOf(key)] ??= new Shard();
        if (!shard.Add(key, _freePages))
            return false;
        Count++;
        return true;
    }

    /// <summary>Whether <paramref name="id"/> was added.</summary>
    public bool Contains(string id)
    {
        var key = KeyOf(id);
        return _shards[ShardOf(key)]?.PlaceOf(key) == key;
    }

    // Zero is a free place, so no key may be.
    private static UInt128 KeyOf(string id)
    {
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(id.AsSpan()));
        return hash == UInt128.Zero ? UInt128.One : hash;
    }

    private static int ShardOf(UInt128 key) => (int)(key >> (128 - ShardBits));

    /// <summary>An open-addressing table with linear probing, in pages that other shards can use again.</summary>
    private sealed class Shard
    {
        private const int FirstCapacity = 16;

        // 128 KiB. One array a shard would do, but the garbage collector lets the outgrown ones lie: with them 10 million
        // ids took 510 MB at the peak, in pages that are used again 290 MB (the whole process, both times).
        private const int PageBits = 13;
        private const int PageLength = 1 << PageBits;

        private UInt128[][] _pages = [new UInt128[FirstCapacity]];
        private int _capacity = FirstCapacity;
        private int _count;

        public bool Add(UInt128 key, Stack<UInt128[]> freePages)
        {
            ref var place = ref PlaceOf(key);
            if (place == key)
                return false;
            // At most four fifths full: more makes searching slow, less costs memory.
            if (_count + 1 > (int)(_capacity * 4L / 5))
            {
                Grow(freePages);
                place = ref PlaceOf(key);
            }
            place = key;
            _count++;
            return true;
        }

        // Where the key is, or the free place where it belongs. Its lower half, spread over any capacity, says where to look.
        public ref UInt128 PlaceOf(UInt128 key)
        {
            var position = (int)Math.BigMul((ulong)key, (ulong)_capacity, out _);
            while (true)
            {
                ref var place = ref _pages[position >> PageBits][position & (PageLength - 1)];
                if (place == UInt128.Zero || place == key)
                    return ref place;
                position = position + 1 == _capacity ? 0 : position + 1;
            }
        }

        private void Grow(Stack<UInt128[]> freePages)
        {
            var outgrown = _pages;
            _capacity += _capacity / 2;
            if (_capacity < PageLength)
            {
                _pages = [new UInt128[_capacity]];
            }
            else
            {
                _pages = new UInt128[(_capacity + PageLength - 1) / PageLength][];
                _capacity = _pages.Length * PageLength;
                for (var page = 0; page < _pages.Length; page++)
                    _pages[page] = freePages.TryPop(out var free) ? free : new UInt128[PageLength];
            }
            foreach (var page in outgrown)
                Move(page, freePages);
        }

        private void Move(UInt128[] outgrown, Stack<UInt128[]> freePages)
        {
            foreach (var key in outgrown)
            {
                if (key != UInt128.Zero)
                    PlaceOf(key) = key;
            }
            if (outgrown.Length != PageLength)
                return;
            Array.Clear(outgrown);
            freePages.Push(outgrown);
        }
    }
}
