namespace Search.Engine.Querying;

/// <summary>Writes a filter so that reading it gives the same tree.</summary>
internal static class FilterRenderer
{
    public static string Render(FilterNode node) =>
        node switch
        {
            FilterAll all => string.Join(
                " AND ",
                all.Parts.Select(part => part is FilterAny ? InBrackets(part) : Render(part))
            ),
            FilterAny any => string.Join(" OR ", any.Alternatives.Select(Render)),
            FilterNot { Part: FilterAll or FilterAny } not => $"NOT {InBrackets(not.Part)}",
            FilterNot { Part: FilterNot } not => $"NOT {Render(not.Part)}",
            FilterNot not => RenderCondition(not.Part, isNegated: true),
            _ => RenderCondition(node, isNegated: false),
        };

    private static string InBrackets(FilterNode node) => $"({Render(node)})";

    private static string RenderCondition(FilterNode node, bool isNegated) =>
        node switch
        {
            KindCondition kind => RenderValues(FilterField.Kind, kind.Kinds.Select(KindNames.Write), isNegated),
            TextCondition text => RenderValues(text.Field, text.Values.Select(Quote), isNegated),
            YearCondition year => RenderValues(
                FilterField.Year,
                year.Years.Select(range => range.ToString()),
                isNegated
            ),
            DateCondition date => RenderValues(
                FilterField.Date,
                date.Days.Select(range => range.ToString()),
                isNegated
            ),
            ExistsCondition exists => $"{FilterFields.NameOf(exists.Field)} {(isNegated ? "NOT EXISTS" : "EXISTS")}",
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private static string RenderValues(FilterField field, IEnumerable<string> values, bool isNegated)
    {
        var name = FilterFields.NameOf(field);
        List<string> list = [.. values];
        if (list.Count == 1)
            return $"{name} {(isNegated ? "!=" : "=")} {list[0]}";
        return $"{name} {(isNegated ? "NOT IN" : "IN")} [{string.Join(", ", list)}]";
    }

    private static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
