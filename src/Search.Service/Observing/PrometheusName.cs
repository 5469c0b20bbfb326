namespace Search.Service.Observing;

/// <summary>Names of instruments as Prometheus spells them.</summary>
internal static class PrometheusName
{
    /// <summary>
    /// <c>search.query.duration</c> in <c>s</c> gives <c>search_query_duration_seconds</c>; a counter ends in <c>_total</c>.
    /// Units in braces, which say what is counted, are left out.
    /// </summary>
    public static string Of(string name, string? unit, MeasuredKind kind)
    {
        var spelt = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var suffix = unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        if (!spelt.EndsWith(suffix, StringComparison.Ordinal))
            spelt += suffix;
        return kind == MeasuredKind.Counter && !spelt.EndsWith("_total", StringComparison.Ordinal)
            ? spelt + "_total"
            : spelt;
    }
}
