using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;

namespace Search.Engine.Querying;

/// <summary>Reads Lucene's query language: to a query, or to the first mistake with its place.</summary>
/// <param name="build">Makes Lucene's query of a leaf; null when it holds no word.</param>
/// <param name="allWords">Whether words side by side must all occur.</param>
internal sealed class LuceneSyntaxParser(Func<QueryNode, Query?> build, bool allWords)
{
    /// <summary>Never throws for any text.</summary>
    public LuceneReading Parse(string text)
    {
        if (text.Length > LuceneSyntax.MaxCharacters)
            return Failed(TooLong(text));
        var valid = QueryText.Prepare(text, text.Length, new QueryWarnings());
        if (valid.All(QueryCharacters.IsSeparator))
            return new LuceneReading(null, ParsedQuery.Empty, null);
        var (tokens, error) = LuceneTokens.Read(valid);
        // A mistake before the place where reading broke off is the one to name.
        error = new LuceneSyntaxChecker(tokens).Check() ?? error;
        return error is null ? ParseChecked(valid) : Failed(error);
    }

    private LuceneReading ParseChecked(string text)
    {
        try
        {
            // A parser keeps the state of its query: one each.
            var grammar = new LuceneGrammar(build, allWords);
            var query = grammar.Parse(text);
            var words = new ParsedQuery(
                text,
                [.. grammar.Leaves(query, excluded: false).Select(leaf => new QueryClause(leaf, Required: false))],
                [.. grammar.Leaves(query, excluded: true)],
                [],
                []
            );
            return new LuceneReading(query, words, null);
        }
        catch (ParseException e)
        {
            return Failed(LuceneParseError.Of(e, text));
        }
    }

    private static QuerySyntaxError TooLong(string text) =>
        new(
            LuceneSyntax.MaxCharacters,
            $"A query in Lucene's language has at most {QueryWarnings.Count(LuceneSyntax.MaxCharacters)} characters; "
                + $"this one has {QueryWarnings.Count(text.Length)}.",
            []
        );

    private static LuceneReading Failed(QuerySyntaxError error) => new(null, ParsedQuery.Empty, error);
}
