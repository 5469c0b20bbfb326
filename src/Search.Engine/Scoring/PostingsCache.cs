using System.Collections.Concurrent;
using Lucene.Net.Index;

namespace Search.Engine.Scoring;

/// <summary>
/// Decoded postings of the terms that are asked for, under a budget of bytes; what was used longest ago goes first. Safe for
/// many threads, without a lock where it is read.
/// </summary>
internal sealed class PostingsCache(long budget = PostingsCache.DefaultBudget)
{
    /// <summary>Enough for every term of 13,000 records, and for the common ones of a million.</summary>
    public const long DefaultBudget = 96L * 1024 * 1024;

    // What is left after clearing up, so that it need not be done again at once.
    private const double Kept = 0.75;

    private readonly ConcurrentDictionary<Key, Entry> entries = new();
    private readonly Lock clearing = new();
    private long bytes;

    /// <summary>Bytes in use.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>The postings of a term in a segment.</summary>
    public TermPostings Get(AtomicReader segment, string field, string text)
    {
        var key = new Key(segment.CoreCacheKey, field, text);
        if (entries.TryGetValue(key, out var known))
        {
            known.LastUse = Environment.TickCount64;
            return known.Postings;
        }
        var postings = TermPostings.Read(segment, new Term(field, text));
        // What stands nowhere is not kept: anybody may ask for any number of such words.
        if (postings.Count > 0 && postings.Bytes < LargestEntry)
            Count(entries.GetOrAdd(key, new Entry(postings)));
        return postings;
    }

    /// <summary>The same with positions.</summary>
    public TermPostings GetWithPositions(AtomicReader segment, string field, string text)
    {
        var postings = Get(segment, field, text);
        if (postings.HasPositions)
            return postings;
        postings.ReadPositions(segment, new Term(field, text));
        if (entries.TryGetValue(new Key(segment.CoreCacheKey, field, text), out var entry))
            Count(entry);
        return postings;
    }

    /// <summary>Lets go of the postings of all other segments.</summary>
    public void KeepOnly(IReadOnlySet<object> segments)
    {
        foreach (var (key, _) in entries.Where(pair => !segments.Contains(pair.Key.Segment)))
            Remove(key);
    }

    private long LargestEntry => budget / 4;

    private void Count(Entry entry)
    {
        if (Interlocked.Add(ref bytes, entry.Recount()) <= budget || !clearing.TryEnter())
            return;
        try
        {
            foreach (var (key, _) in entries.OrderBy(pair => pair.Value.LastUse).ToList())
            {
                if (Bytes <= budget * Kept)
                    return;
                Remove(key);
            }
        }
        finally
        {
            clearing.Exit();
        }
    }

    private void Remove(Key key)
    {
        if (entries.TryRemove(key, out var entry))
            Interlocked.Add(ref bytes, -entry.Forget());
    }

    private readonly record struct Key(object Segment, string Field, string Text);

    private sealed class Entry(TermPostings postings)
    {
        private readonly Lock gate = new();
        private long counted;
        private bool isForgotten;

        public TermPostings Postings { get; } = postings;

        public long LastUse { get; set; } = Environment.TickCount64;

        /// <summary>Bytes that have come since the last count.</summary>
        public long Recount()
        {
            lock (gate)
            {
                if (isForgotten)
                    return 0;
                var grown = Postings.Bytes - counted;
                counted += grown;
                return grown;
            }
        }

        /// <summary>Bytes that were counted in all.</summary>
        public long Forget()
        {
            lock (gate)
            {
                isForgotten = true;
                return counted;
            }
        }
    }
}
