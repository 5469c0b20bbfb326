using System.Globalization;
using System.Text;

namespace Search.Engine.Indexing;

/// <summary>Text as people compare it: without case, accents, width and repeated spaces.</summary>
internal static class FoldedText
{
    /// <summary><c>"  Siobhán  O'Dwyer "</c> gives <c>siobhan o'dwyer</c>. Works on any text, lone surrogates included.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var rune in Decompose(text))
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                continue;
            if (pendingSpace)
                folded.Append(' ');
            pendingSpace = false;
            folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.ToString();
    }

    private static StringRuneEnumerator Decompose(string text)
    {
        if (Ascii.IsValid(text))
            return text.EnumerateRunes();
        // Normalising throws on half of a surrogate pair and on U+FFFE; enumerating runes puts U+FFFD there.
        var wellFormed = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
            .Replace('\uFFFE', '\uFFFD');
        return wellFormed.Normalize(NormalizationForm.FormKD).EnumerateRunes();
    }
}
