using System.Globalization;
using System.Text;
using Search.Engine.Analysis;

namespace Search.Engine.Suggesting;

/// <summary>
/// Letters as they are compared while typing: folded as words of the index are (<see cref="TextFolding"/>), and Korean
/// syllables as the keys that type them. Remembers what it has folded; for one thread.
/// </summary>
internal sealed class LetterFolding
{
    private readonly Dictionary<int, string> known = [];
    private readonly TextFolding folding = new();

    /// <summary>The letters, digits and pictographs that a character stands for; empty for all others.</summary>
    public string Fold(Rune rune)
    {
        if (known.TryGetValue(rune.Value, out var folded))
            return folded;
        // Normalising throws on this one, which is no character.
        folded = rune.Value == 0xFFFE ? "" : Make(rune);
        known.Add(rune.Value, folded);
        return folded;
    }

    private string Make(Rune rune)
    {
        var kept = new StringBuilder();
        foreach (var part in folding.Fold(rune.ToString()).EnumerateRunes())
        {
            if (IsKept(part))
                kept.Append(KoreanKeys.Of(part));
        }
        return kept.ToString();
    }

    private static bool IsKept(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.OtherSymbol
        && rune != Rune.ReplacementChar;
}
