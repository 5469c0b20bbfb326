using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Search.Engine.Checking;

/// <summary>
/// Texts that are nearly the same. Each is remembered by a sketch of 64 numbers (MinHash: the share of equal numbers is about
/// the share of common runs of three words), so a million of them take 256 MB. Those that agree in a band of 4 numbers are
/// compared: 99.9 % of the pairs that have .8 in common.
/// </summary>
internal sealed class NearDuplicates() : SourceRule("near_duplicate", "nearly the same text under another title or id")
{
    private const int Numbers = 64;
    private const int BandLength = 4;
    private const int RunLength = 3;
    private const int FewestWords = 30;
    private const double LeastShare = 0.8;

    // Equal texts in long rows are boilerplate, and each is compared with the first few only.
    private const int MostCompared = 20;

    private readonly List<(RecordPlace Place, uint[] Sketch)> sketches = [];

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        if (seen.Words.Count >= FewestWords)
            sketches.Add((seen.Place, SketchOf(seen.Words)));
        return [];
    }

    internal override IEnumerable<Finding> End()
    {
        var found = new Dictionary<int, (int Other, double Share)>();
        for (var band = 0; band < Numbers / BandLength; band++)
            LookInBand(band * BandLength, found);
        foreach (var (index, (other, share)) in found)
        {
            var percent = (share * 100).ToString("0", CultureInfo.InvariantCulture);
            var first = sketches[other].Place;
            yield return At(
                sketches[index].Place,
                $"has about {percent} % of its text from {first.Id} at {first.Position}"
            );
        }
    }

    private void LookInBand(int start, Dictionary<int, (int Other, double Share)> found)
    {
        var buckets = new Dictionary<ulong, List<int>>();
        for (var index = 0; index < sketches.Count; index++)
        {
            var bytes = MemoryMarshal.AsBytes(sketches[index].Sketch.AsSpan(start, BandLength));
            var key = XxHash3.HashToUInt64(bytes);
            if (!buckets.TryGetValue(key, out var bucket))
                buckets[key] = bucket = [];
            foreach (var other in bucket)
                Compare(index, other, found);
            if (bucket.Count < MostCompared)
                bucket.Add(index);
        }
    }

    private void Compare(int index, int other, Dictionary<int, (int Other, double Share)> found)
    {
        var (place, sketch) = sketches[index];
        var (otherPlace, otherSketch) = sketches[other];
        if (
            place.Kind != otherPlace.Kind
            || place.Text == otherPlace.Text && !IsOddCopy(place, otherPlace)
            || place.IsRepeatOf(otherPlace)
        )
            return;
        var share = sketch.Zip(otherSketch).Count(pair => pair.First == pair.Second) / (double)Numbers;
        if (share >= LeastShare && (!found.TryGetValue(index, out var known) || share > known.Share))
            found[index] = (other, share);
    }

    // Equal texts are somebody else's finding where the titles are equal too.
    private static bool IsOddCopy(RecordPlace one, RecordPlace other) =>
        one.Title != other.Title && one.SharesSpeakers(other);

    private static uint[] SketchOf(IReadOnlyList<string> words)
    {
        var sketch = new uint[Numbers];
        Array.Fill(sketch, uint.MaxValue);
        for (var start = 0; start + RunLength <= words.Count; start++)
        {
            var run = string.Join(' ', words[start], words[start + 1], words[start + 2]);
            var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(run.AsSpan()));
            for (var number = 0; number < Numbers; number++)
                sketch[number] = Math.Min(sketch[number], Mix(hash, number));
        }
        return sketch;
    }

    // A different order of all hashes for each number.
    private static uint Mix(ulong hash, int number) =>
        (uint)(unchecked((hash ^ ((ulong)(number + 1) * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93) >> 32);
}
