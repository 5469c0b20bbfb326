using Search.Engine.Querying;

namespace Search.Engine.Suggesting;

/// <summary>Texts that the query language takes as nothing but words.</summary>
internal static class PlainQuery
{
    /// <summary>False when a sign or a word of the text means something to a search.</summary>
    public static bool Is(string text)
    {
        var parsed = SimpleQueryParser.Parse(text);
        return parsed.Filters.Count + parsed.Excluded.Count + parsed.Warnings.Count == 0
            && parsed.Clauses.All(clause => clause is { Required: false, Node: WordNode { Field: QueryField.All } });
    }
}
