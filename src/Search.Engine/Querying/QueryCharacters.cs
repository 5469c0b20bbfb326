using System.Buffers;
using System.Globalization;
using System.Text;

namespace Search.Engine.Querying;

/// <summary>What single characters mean in a query, whatever stands around them.</summary>
internal static class QueryCharacters
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟«»＂");

    /// <summary>Straight and typographic double quotes; any of them opens and closes. Apostrophes belong to words.</summary>
    public static bool IsQuote(char c) => Quotes.Contains(c);

    /// <summary>The place of the first quote; -1 when there is none.</summary>
    public static int IndexOfQuote(ReadOnlySpan<char> text) => text.IndexOfAny(Quotes);

    /// <summary>White space of any script, control characters, and two that cannot be seen: U+200B and U+FEFF.</summary>
    public static bool IsSeparator(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF';

    /// <summary>True when there is something that could be found: a letter, a digit, a pictograph.</summary>
    public static bool HasWord(ReadOnlySpan<char> text) => IndexOfWord(text) >= 0;

    /// <summary>The place of the first character that could be found; -1 when there is only punctuation.</summary>
    public static int IndexOfWord(ReadOnlySpan<char> text)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWordRune(rune))
                return index;
            index += rune.Utf16SequenceLength;
        }
        return -1;
    }

    /// <summary>
    /// Whether a plus or minus before <paramref name="rest"/> is a sign of the query language. Not in <c>--flag</c>,
    /// <c>->x</c>, <c>+=</c>, <c>- a</c>, nor before a single digit, which makes a number: <c>+1</c>, <c>-1</c>.
    /// </summary>
    public static bool CanBeSigned(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || IsSeparator(rest[0]) || rest[0] is '+' or '=' or '>' or ')' or '|' or ':' or ';' or ',')
            return false;
        if (char.GetUnicodeCategory(rest[0]) == UnicodeCategory.DashPunctuation)
            return false;
        var isSingleDigit =
            char.IsAsciiDigit(rest[0]) && (rest.Length == 1 || IsSeparator(rest[1]) || rest[1] is ')' or '|');
        return !isSingleDigit;
    }

    /// <summary>The largest place up to <paramref name="limit"/> that does not part a surrogate pair.</summary>
    public static int CutBefore(ReadOnlySpan<char> text, int limit)
    {
        var partsPair =
            limit > 0
            && limit < text.Length
            && char.IsHighSurrogate(text[limit - 1])
            && char.IsLowSurrogate(text[limit]);
        return partsPair ? limit - 1 : limit;
    }

    private static bool IsWordRune(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.OtherSymbol
                or UnicodeCategory.OtherNotAssigned;
}
