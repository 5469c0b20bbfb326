using System.Globalization;
using System.Text;
using Search.Engine.Indexing;

namespace Search.Engine.Forgetting;

/// <summary>A word of a text as names are compared: without case and accents. Where no spaces are written, a character.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Start">Where it begins, in UTF-16 units of the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct NameWord(string Text, int Start, int End)
{
    // From here on scripts write their words together.
    private const int FirstIdeograph = 0x2E80;

    /// <example><c>Ada O'Kell</c> gives <c>ada</c>, <c>o</c>, <c>kell</c>; <c>王伟说</c> gives a word for each character.</example>
    public static List<NameWord> Of(string text)
    {
        var words = new List<NameWord>();
        var start = -1;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is read as U+FFFD, of one unit too.
            var end = at + rune.Utf16SequenceLength;
            var isIdeograph =
                rune.Value >= FirstIdeograph && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;
            if (!IsPart(rune) || isIdeograph)
                Close(at);
            if (isIdeograph)
                words.Add(new NameWord(FoldedText.Of(text[at..end]), at, end));
            else if (IsPart(rune) && start < 0)
                start = at;
            at = end;
        }
        Close(at);
        return words;

        void Close(int end)
        {
            if (start >= 0)
                words.Add(new NameWord(FoldedText.Of(text[start..end]), start, end));
            start = -1;
        }
    }

    private static bool IsPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
}
