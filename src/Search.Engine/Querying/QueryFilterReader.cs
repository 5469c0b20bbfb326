namespace Search.Engine.Querying;

/// <summary>The values of <c>kind:</c> and <c>year:</c>.</summary>
internal static class QueryFilterReader
{
    /// <summary>The filter; null when <paramref name="prefix"/> is no filter's, or the value is none of its.</summary>
    public static QueryFilter? Read(QueryPrefix prefix, ReadOnlySpan<char> value)
    {
        var trimmed = value.TrimEnd(",;!?)");
        return prefix switch
        {
            QueryPrefix.Kind => ReadKind(trimmed),
            QueryPrefix.Year => ReadYears(trimmed),
            _ => null,
        };
    }

    /// <summary>The filter that keeps what <paramref name="filter"/> leaves out; alternatives become one such filter each.</summary>
    public static IEnumerable<QueryFilter> Exclude(QueryFilter filter) =>
        filter switch
        {
            KindFilter kind => [kind with { Text = "-" + kind.Text, Excluded = true }],
            YearFilter year => [year with { Text = "-" + year.Text, Excluded = true }],
            AnyFilter any => any.Alternatives.SelectMany(Exclude),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };

    private static KindFilter? ReadKind(ReadOnlySpan<char> value) =>
        KindNames.Find(value) is { } kind ? new KindFilter($"kind:{KindNames.Write(kind)}", kind) : null;

    private static YearFilter? ReadYears(ReadOnlySpan<char> value)
    {
        if (!YearRange.TryParse(value, out var years) && !TryParseHyphenated(value, out years))
            return null;
        return new YearFilter($"year:{years}", years);
    }

    // 2017-2019 is how people write it elsewhere, and it can mean nothing else here.
    private static bool TryParseHyphenated(ReadOnlySpan<char> value, out YearRange years)
    {
        years = default;
        return value.Length == 9
            && value[4] is '-' or '–'
            && YearRange.TryParse($"{value[..4]}..{value[5..]}", out years);
    }
}
