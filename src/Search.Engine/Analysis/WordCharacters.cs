using System.Globalization;

namespace Search.Engine.Analysis;

/// <summary>Which characters make words, as far as borders and connectors are concerned.</summary>
internal static class WordCharacters
{
    /// <summary>
    /// Stands for a hyphen between two word characters (and is what stands between the parts of <c>snake_case</c>): the
    /// tokenizer leaves words that it connects in one piece, so that <see cref="WordPartsFilter"/> sees the whole.
    /// </summary>
    public const char Hyphen = '_';

    /// <summary>Stands for a slash between two word characters, for the same reason.</summary>
    public const char Slash = '\u2040';

    /// <summary>
    /// Stands between a technical word that the char filter put in and the words that it was written with:
    /// <c>csharp</c>, <c>c</c> and <c>sharp</c> for <c>C sharp</c>.
    /// </summary>
    public const char WrittenAs = '\u2054';

    private static readonly bool[] WordTable = MakeWordTable();

    /// <summary>
    /// Letters, digits, marks and the underscore of scripts that put blanks between words. False for Chinese, Japanese,
    /// Korean, Thai and the like: there a Latin word ends where the script changes.
    /// </summary>
    public static bool IsWord(char c) => WordTable[c];

    /// <summary>Syllables and letters of Korean, which the tokenizer does not part from Latin letters beside them.</summary>
    public static bool IsHangul(char c) =>
        c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F');

    /// <summary>True when any character is Korean.</summary>
    public static bool HasHangul(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (IsHangul(c))
                return true;
        }
        return false;
    }

    /// <summary>Katakana of full width.</summary>
    public static bool IsKatakana(char c) => c is >= '\u30A0' and <= '\u30FF';

    // A table, since the char filter asks for every character of every text.
    private static bool[] MakeWordTable()
    {
        var table = new bool[char.MaxValue + 1];
        for (var c = '\0'; c < '\u2000'; c++)
        {
            var isMark = char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            var hasBlanks = c is < '\u0E00' or >= '\u1E00';
            table[c] = hasBlanks && (char.IsLetterOrDigit(c) || isMark || c == '_');
        }
        return table;
    }
}
