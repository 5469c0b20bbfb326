using System.Text;

namespace Search.Engine.Querying;

/// <summary>What a piece of a filter expression is.</summary>
internal enum FilterTokenKind
{
    /// <summary>A field, a keyword or a bare value.</summary>
    Word,

    /// <summary>A value in quotes, its escapes resolved.</summary>
    Quoted,

    /// <summary>A value in quotes that never closes.</summary>
    Unclosed,

    /// <summary>An operator, a bracket or a comma.</summary>
    Sign,

    /// <summary>Behind the last piece.</summary>
    End,
}

/// <summary>A piece of a filter expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it starts.</param>
/// <param name="Text">The piece; of a quoted value what it means.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, int Position, string Text)
{
    public bool IsSign(string sign) => Kind == FilterTokenKind.Sign && Text == sign;

    public bool IsKeyword(string keyword) =>
        Kind == FilterTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A filter expression to pieces. Quotes open a value only at the start of a piece, so <c>O'Brien</c> needs none.</summary>
internal sealed class FilterScanner(string text)
{
    private int position;

    public List<FilterToken> Scan()
    {
        var tokens = new List<FilterToken>();
        while (SkipSeparators())
            tokens.Add(ScanToken());
        tokens.Add(new FilterToken(FilterTokenKind.End, text.Length, ""));
        return tokens;
    }

    private bool SkipSeparators()
    {
        while (position < text.Length && QueryCharacters.IsSeparator(text[position]))
            position++;
        return position < text.Length;
    }

    private FilterToken ScanToken()
    {
        if (text[position] == '\'' || QueryCharacters.IsQuote(text[position]))
            return ScanQuoted();
        var length = LengthOfSign(position);
        return length > 0 ? Take(FilterTokenKind.Sign, length) : Take(FilterTokenKind.Word, LengthOfWord());
    }

    private FilterToken Take(FilterTokenKind kind, int length)
    {
        var token = new FilterToken(kind, position, text.Substring(position, length));
        position += length;
        return token;
    }

    private int LengthOfSign(int at)
    {
        var isFollowedByEquals = at + 1 < text.Length && text[at + 1] == '=';
        return text[at] switch
        {
            '=' or '(' or ')' or '[' or ']' or ',' => 1,
            '<' or '>' => isFollowedByEquals ? 2 : 1,
            '!' => isFollowedByEquals ? 2 : 0,
            _ => 0,
        };
    }

    private int LengthOfWord()
    {
        var end = position;
        while (end < text.Length && LengthOfSign(end) == 0 && !QueryCharacters.IsSeparator(text[end]))
            end++;
        return end - position;
    }

    private FilterToken ScanQuoted()
    {
        var start = position;
        var value = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            var c = text[position];
            if (Closes(text[start], c))
            {
                position++;
                return new FilterToken(FilterTokenKind.Quoted, start, value.ToString());
            }
            var isEscape = c == '\\' && position + 1 < text.Length;
            value.Append(isEscape ? text[++position] : c);
        }
        return new FilterToken(FilterTokenKind.Unclosed, start, value.ToString());
    }

    // A straight quote closes only what its like opened, so that "a “b” c" is one value; typographic ones are typed in pairs.
    private static bool Closes(char opening, char c) =>
        opening is '"' or '\'' ? c == opening : c is not '"' && QueryCharacters.IsQuote(c);
}
