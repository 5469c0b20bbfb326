using Search.Engine.Searching;

namespace Search.Engine.Querying;

/// <summary>The query of a request, read in its syntax.</summary>
/// <param name="Text">As it was typed and used.</param>
/// <param name="Asked">What the engine is asked.</param>
/// <param name="Shown">What was understood, and is marked in texts.</param>
internal sealed record QueryReading(string Text, ParsedQuery Asked, ParsedQuery Shown)
{
    /// <summary>Reads the query.</summary>
    /// <exception cref="QuerySyntaxException">It is in Lucene's language and has a mistake.</exception>
    public static QueryReading Of(SearchRequest request)
    {
        if (request.Syntax == QuerySyntax.Simple)
        {
            var parsed = SimpleQueryParser.Parse(request.Query);
            return new QueryReading(parsed.Text, parsed, parsed);
        }
        var reading = LuceneSyntax.Read(request.Query);
        if (reading.Error is { } error)
            throw new QuerySyntaxException(error);
        if (reading.Query is null)
            return new QueryReading("", ParsedQuery.Empty, ParsedQuery.Empty);
        // Without a text of its own: only what the query says matches, no title that happens to be spelt like it.
        var native = new NativeNode(request.Query, request.Match == MatchMode.All);
        var asked = ParsedQuery.Empty with { Clauses = [new QueryClause(native, Required: true)] };
        return new QueryReading(request.Query, asked, reading.Words);
    }
}
