namespace Search.Engine.Suggesting;

/// <summary>The words of the list that one typed word stands for.</summary>
internal sealed class TermWords
{
    private readonly WordRange[] ranges;

    /// <param name="ranges">In order, apart.</param>
    public TermWords(IEnumerable<WordRange> ranges) => this.ranges = [.. ranges.Where(range => !range.IsEmpty)];

    /// <summary>In order, apart, none empty; none at all when the typed word stands for nothing.</summary>
    public IReadOnlyList<WordRange> Ranges => ranges;

    public bool Contains(int word)
    {
        if (ranges.Length == 1)
            return word >= ranges[0].Low && word < ranges[0].High;
        // The last range that begins at or before the word.
        var (low, high) = (0, ranges.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (ranges[middle].Low <= word)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 && word < ranges[low - 1].High;
    }

    public bool ContainsAny(ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            if (Contains(word))
                return true;
        }
        return false;
    }
}
