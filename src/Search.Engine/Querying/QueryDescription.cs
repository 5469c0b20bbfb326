using Search.Engine.Searching;

namespace Search.Engine.Querying;

/// <summary>A query told to the one who typed it. Fields, asterisks and tildes are written as in a query.</summary>
public static class QueryDescription
{
    /// <summary>All four lists.</summary>
    public static InterpretedQuery Describe(ParsedQuery query) =>
        new(Words(query), Phrases(query), Excluded(query), Filters(query));

    /// <summary>Words, prefixes and fuzzy words that are looked for, in order: <c>consensus</c>, <c>title:paxos</c>, <c>repl*</c>.</summary>
    public static IReadOnlyList<string> Words(ParsedQuery query) =>
        [.. Leaves(query).Where(leaf => leaf is not PhraseNode).Select(leaf => leaf.ToString())];

    /// <summary>Quoted texts that are looked for, in order, without their quotes unless a field is named: <c>title:"a phrase"</c>.</summary>
    public static IReadOnlyList<string> Phrases(ParsedQuery query) =>
        [
            .. Leaves(query)
                .OfType<PhraseNode>()
                .Select(phrase => phrase.Field == QueryField.All ? phrase.Text : phrase.ToString()),
        ];

    /// <summary>What must not occur: <c>word</c>, <c>"a phrase"</c>, <c>(both of these)</c>.</summary>
    public static IReadOnlyList<string> Excluded(ParsedQuery query) =>
        [.. query.Excluded.Select(QueryRenderer.RenderAlternative)];

    /// <summary>Restrictions on kind and year.</summary>
    public static IReadOnlyList<string> Filters(ParsedQuery query) => [.. query.Filters.Select(filter => filter.Text)];

    private static IEnumerable<QueryNode> Leaves(ParsedQuery query) =>
        query.Clauses.SelectMany(clause => clause.Node.Leaves);
}
