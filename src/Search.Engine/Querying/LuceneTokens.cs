using Lucene.Net.QueryParsers.Classic;

namespace Search.Engine.Querying;

/// <summary>The tokens of a query in Lucene's language, as the library's own parser reads them.</summary>
internal static class LuceneTokens
{
    /// <summary>All tokens without the end; or what cannot be a token.</summary>
    public static (IReadOnlyList<Token> Tokens, QuerySyntaxError? Error) Read(string text)
    {
        var tokens = new List<Token>();
        var manager = new QueryParserTokenManager(new FastCharStream(new StringReader(text)));
        try
        {
            for (var token = manager.GetNextToken(); token.Kind != RegexpToken.EOF; token = manager.GetNextToken())
                tokens.Add(token);
            return (tokens, null);
        }
        catch (TokenMgrError)
        {
            return (tokens, ErrorBehind(text, tokens.Count == 0 ? null : tokens[^1]));
        }
    }

    /// <summary>Without the backslashes before characters that mean themselves; <c>\u0041</c> is <c>A</c>.</summary>
    public static string Unescape(ReadOnlySpan<char> image)
    {
        var text = new System.Text.StringBuilder(image.Length);
        for (var i = 0; i < image.Length; i++)
            text.Append(image[i] == '\\' && i + 1 < image.Length ? Escaped(image, ref i) : image[i]);
        return text.ToString();
    }

    /// <summary>The character that the backslash at <paramref name="i"/> stands before; moves to its last unit.</summary>
    public static char Escaped(ReadOnlySpan<char> image, ref int i)
    {
        i++;
        if (image[i] != 'u' || !IsHex(image[(i + 1)..]))
            return image[i];
        i += 4;
        return (char)Convert.ToInt32(image[(i - 3)..(i + 1)].ToString(), 16);
    }

    /// <summary>Whether four hexadecimal digits come first.</summary>
    public static bool IsHex(ReadOnlySpan<char> rest) =>
        rest is [var first, var second, var third, var fourth, ..]
        && char.IsAsciiHexDigit(first)
        && char.IsAsciiHexDigit(second)
        && char.IsAsciiHexDigit(third)
        && char.IsAsciiHexDigit(fourth);

    private static QuerySyntaxError ErrorBehind(string text, Token? last)
    {
        var position = last?.EndColumn ?? 0;
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r' or '\u3000')
            position++;
        if (last?.Kind == RegexpToken.CARAT)
            return new QuerySyntaxError(position, "A number must follow ^.", ["a number"]);
        return position == text.Length
            ? new QuerySyntaxError(position, "The query ends too early.", [])
            : text[position] switch
            {
                '"' => new QuerySyntaxError(position, "The quote that opens here is never closed.", ["\""]),
                '/' => Slash(position),
                '\\' => new QuerySyntaxError(position, "Nothing follows the backslash.", ["a character"]),
                var sign => new QuerySyntaxError(position, $"\"{sign}\" cannot stand here.", []),
            };
    }

    /// <summary>The error of a slash, which would begin a regular expression.</summary>
    public static QuerySyntaxError Slash(int position) =>
        new(
            position,
            "A slash begins a regular expression, which is not possible here. Write \\/ or put the word in quotes.",
            ["\\/"]
        );
}
