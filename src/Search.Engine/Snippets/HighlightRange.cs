namespace Search.Engine.Snippets;

/// <summary>A half-open range <c>[Start, End)</c> in UTF-16 units, as C# and JavaScript index strings.</summary>
/// <param name="Start">First unit, from the start of the text.</param>
/// <param name="End">One past the last unit; greater than <paramref name="Start"/>.</param>
public readonly record struct HighlightRange(int Start, int End)
{
    /// <summary>Sorts ranges and joins those that overlap; ranges that only touch stay apart.</summary>
    /// <example><c>[5,9) [0,2) [1,3)</c> gives <c>[0,3) [5,9)</c>.</example>
    public static IReadOnlyList<HighlightRange> Merge(IEnumerable<HighlightRange> ranges)
    {
        var merged = ranges.ToList();
        merged.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        MergeSorted(merged);
        return merged;
    }

    /// <summary>The same in place, for ranges that are sorted by their start.</summary>
    internal static void MergeSorted(List<HighlightRange> ranges)
    {
        var kept = 0;
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            if (kept > 0 && range.Start < ranges[kept - 1].End)
                ranges[kept - 1] = ranges[kept - 1] with { End = Math.Max(ranges[kept - 1].End, range.End) };
            else
                ranges[kept++] = range;
        }
        ranges.RemoveRange(kept, ranges.Count - kept);
    }
}
