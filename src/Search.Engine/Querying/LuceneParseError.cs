using Lucene.Net.QueryParsers.Classic;

namespace Search.Engine.Querying;

/// <summary>What the library's parser says, in plain words.</summary>
internal static class LuceneParseError
{
    // In the order in which they are told. Whoever can type a word can type a prefix or a range too.
    private static readonly (int Kind, string Name)[] Names =
    [
        (RegexpToken.TERM, "a word"),
        (RegexpToken.QUOTED, "a phrase in quotes"),
        (RegexpToken.LPAREN, "("),
        (RegexpToken.RPAREN, ")"),
        (RegexpToken.AND, "AND"),
        (RegexpToken.OR, "OR"),
        (RegexpToken.NOT, "NOT"),
        (RegexpToken.RANGE_GOOP, "a value"),
        (RegexpToken.RANGE_TO, "TO"),
        (RegexpToken.RANGEIN_END, "]"),
        (RegexpToken.RANGEEX_END, "}"),
        (RegexpToken.EOF, "the end"),
    ];

    /// <summary>The mistake behind an exception of the parser.</summary>
    public static QuerySyntaxError Of(ParseException exception, string text)
    {
        var cause = exception.InnerException as ParseException ?? exception;
        if (cause.CurrentToken?.Next is not { } unexpected)
            return new QuerySyntaxError(0, "The query cannot be read.", []);
        var expected = Expected(cause.ExpectedTokenSequences);
        if (unexpected.Kind == RegexpToken.EOF)
            return new QuerySyntaxError(text.Length, "The query ends where something must follow.", expected);
        return new QuerySyntaxError(
            unexpected.BeginColumn,
            $"{QueryWarnings.Quote(unexpected.Image)} cannot stand here.",
            expected
        );
    }

    private static string[] Expected(int[][] sequences)
    {
        var kinds = sequences.SelectMany(sequence => sequence).ToHashSet();
        var names = Names.Where(name => kinds.Contains(name.Kind)).Select(name => name.Name).ToArray();
        return names.Length == 0 && kinds.Contains(RegexpToken.NUMBER) ? ["a number"] : names;
    }
}
