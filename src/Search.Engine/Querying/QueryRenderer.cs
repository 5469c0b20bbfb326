using System.Globalization;

namespace Search.Engine.Querying;

/// <summary>Writes a query so that reading it gives the same tree.</summary>
internal static class QueryRenderer
{
    public static string Render(ParsedQuery query) =>
        string.Join(
            ' ',
            [
                .. query.Clauses.Select(Render),
                .. query.Excluded.Select(RenderExcluded),
                .. query.Filters.Select(f => f.Text),
            ]
        );

    public static string Render(QueryNode node) =>
        node switch
        {
            WordNode word => QueryPrefixes.Write(word.Field) + word.Text,
            PrefixNode prefix => $"{QueryPrefixes.Write(prefix.Field)}{prefix.Text}*",
            FuzzyNode fuzzy => string.Create(
                CultureInfo.InvariantCulture,
                $"{QueryPrefixes.Write(fuzzy.Field)}{fuzzy.Text}~{fuzzy.Edits}"
            ),
            WildcardNode wildcard => QueryPrefixes.Write(wildcard.Field) + wildcard.Pattern,
            NativeNode native => native.Text,
            PhraseNode phrase => $"{QueryPrefixes.Write(phrase.Field)}\"{phrase.Text}\"",
            AnyNode any => string.Join(" | ", any.Alternatives.Select(RenderAlternative)),
            AllNode all => string.Join(' ', all.Parts.Select(Render)),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    /// <summary>With its sign where it has one: <c>+word</c>.</summary>
    public static string Render(QueryClause clause)
    {
        var text = Render(clause.Node);
        if (!clause.Required || IsRequiredBySelf(clause.Node))
            return text;
        return CanBeSigned(text) ? "+" + text : $"+({text})";
    }

    /// <summary>An exclusion without its sign: brackets around what has several parts.</summary>
    public static string RenderAlternative(QueryNode node) => node is AllNode ? $"({Render(node)})" : Render(node);

    private static string RenderExcluded(QueryNode node)
    {
        var text = RenderAlternative(node);
        return CanBeSigned(text) ? "-" + text : "NOT " + text;
    }

    private static bool CanBeSigned(string text) => QueryCharacters.CanBeSigned(text);

    private static bool IsRequiredBySelf(QueryNode node) =>
        node switch
        {
            WordNode word => word.Field != QueryField.All,
            PrefixNode prefix => prefix.Field != QueryField.All,
            FuzzyNode fuzzy => fuzzy.Field != QueryField.All,
            _ => true,
        };
}
