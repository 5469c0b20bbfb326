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
        var merged = new List<HighlightRange>();
        foreach (var range in ranges.OrderBy(r => r.Start).ThenBy(r => r.End))
        {
            if (merged.Count > 0 && range.Start < merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, range.End) };
            else
                merged.Add(range);
        }
        return merged;
    }
}
