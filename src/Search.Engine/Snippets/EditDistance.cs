namespace Search.Engine.Snippets;

/// <summary>
/// Edits that turn one word into another: a letter added, dropped or replaced, or two neighbours exchanged (optimal string
/// alignment, the distance of Lucene's fuzzy query). Letters are code points.
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance when it is at most <paramref name="limit"/>, else <paramref name="limit"/> + 1.</summary>
    public static int Of(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int limit)
    {
        var tooMany = limit + 1;
        if (Math.Abs(one.Length - other.Length) > limit)
            return tooMany;
        var size = other.Length + 1;
        Span<int> cells = size <= 256 ? stackalloc int[3 * size] : new int[3 * size];
        var before = cells[..size];
        var above = cells.Slice(size, size);
        var row = cells.Slice(2 * size, size);
        for (var j = 0; j < size; j++)
            above[j] = Math.Min(j, tooMany);
        for (var i = 1; i <= one.Length; i++)
        {
            if (FillRow(one, other, i, limit, before, above, row) > limit)
                return tooMany;
            var oldest = before;
            before = above;
            above = row;
            row = oldest;
        }
        return Math.Min(above[other.Length], tooMany);
    }

    // Only cells within `limit` of the diagonal can hold a distance within the limit; those beside them are walls.
    private static int FillRow(
        ReadOnlySpan<int> one,
        ReadOnlySpan<int> other,
        int i,
        int limit,
        ReadOnlySpan<int> before,
        ReadOnlySpan<int> above,
        Span<int> row
    )
    {
        var from = Math.Max(1, i - limit);
        var to = Math.Min(other.Length, i + limit);
        row[from - 1] = from == 1 ? Math.Min(i, limit + 1) : limit + 1;
        var best = row[from - 1];
        for (var j = from; j <= to; j++)
        {
            var replaced = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            var distance = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                distance = Math.Min(distance, before[j - 2] + 1);
            row[j] = distance;
            best = Math.Min(best, distance);
        }
        if (to < other.Length)
            row[to + 1] = limit + 1;
        return best;
    }
}
