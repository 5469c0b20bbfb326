using Search.Engine.Querying;

namespace Search.Tests.Snippets;

/// <summary>Parsed queries as the parser makes them, without the parser.</summary>
internal static class Queries
{
    public static ParsedQuery Words(string words) =>
        Of([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new WordNode(word))]);

    public static ParsedQuery Phrase(string text) => Of(new PhraseNode(text));

    public static ParsedQuery Of(params QueryNode[] nodes) =>
        new("", [.. nodes.Select(node => new QueryClause(node, node is not WordNode))], [], [], []);

    public static ParsedQuery Required(string word) => new("", [new(new WordNode(word), true)], [], [], []);

    public static ParsedQuery Without(this ParsedQuery query, params QueryNode[] excluded) =>
        query with
        {
            Excluded = excluded,
        };
}
