using System.Buffers;
using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Miscellaneous;

namespace Search.Engine.Analysis;

/// <summary>Takes from a word what people leave out or write differently when they search.</summary>
/// <example>
/// <code>
/// Siobhán  Müller  straße  Ørsted     siobhan  muller  strasse  orsted
/// İstanbul  ılık                      istanbul  ilik          whatever the culture
/// Ελλάς  ёлка  العَرَبِيّة  ١٢٣          ελλασ  елка  العربية  123
/// micro(soft hyphen)services          microservices
/// </code>
/// </example>
internal sealed class TextFolding
{
    // Folding makes at most four letters of one.
    private const int MostLettersOfOne = 4;

    // Soft hyphen, joiners, direction marks, byte order mark.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF"
    );

    private char[] letters = new char[64];
    private char[] folded = new char[64 * MostLettersOfOne];

    /// <summary>The word folded; good until the next call.</summary>
    public ReadOnlySpan<char> Fold(ReadOnlySpan<char> word)
    {
        var length = Decompose(word);
        length = DropMarks(letters.AsSpan(0, length));
        EnsureRoom(ref folded, length * MostLettersOfOne);
        length = ASCIIFoldingFilter.FoldToASCII(letters, 0, folded, 0, length);
        var result = folded.AsSpan(0, length);
        for (var i = 0; i < length; i++)
            result[i] = FoldLetter(result[i]);
        return result;
    }

    /// <summary>
    /// Chinese, Japanese, Korean and Thai in one form: half-width Katakana become full-width, parts of letters whole
    /// letters. Nothing else is folded there.
    /// </summary>
    public static ReadOnlySpan<char> FoldRun(ReadOnlySpan<char> run)
    {
        if (!run.ContainsAny(Unseen) && run.IsNormalized(NormalizationForm.FormKC))
            return run;
        var seen = string.Concat(run.ToString().Where(c => !Unseen.Contains(c)));
        return seen.Normalize(NormalizationForm.FormKC);
    }

    // What Latin letters lose is known to the folding below; only others need their parts looked up.
    private int Decompose(ReadOnlySpan<char> word)
    {
        EnsureRoom(ref letters, word.Length);
        word.CopyTo(letters);
        if (word.IndexOfAnyExceptInRange('\0', '\u024F') < 0 || word.IsNormalized(NormalizationForm.FormKD))
            return word.Length;
        EnsureRoom(ref letters, word.GetNormalizedLength(NormalizationForm.FormKD));
        word.TryNormalize(letters, out var length, NormalizationForm.FormKD);
        return length;
    }

    private static int DropMarks(Span<char> text)
    {
        var kept = 0;
        foreach (var c in text)
        {
            if (c < '\u0080' || !IsDropped(c))
                text[kept++] = c;
        }
        return kept;
    }

    // Accents, vowel signs that Hebrew and Arabic can do without, and what cannot be seen. Vowel signs of Indian scripts
    // are marks too, but say what the word is.
    private static bool IsDropped(char c) =>
        c switch
        {
            >= '\u0300' and <= '\u036F' => true,
            >= '\u0591' and <= '\u05C7' => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark,
            >= '\u064B' and <= '\u065F' or '\u0640' or '\u0670' or (>= '\uFE00' and <= '\uFE0F') => true,
            _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format,
        };

    private static char FoldLetter(char c) =>
        c switch
        {
            <= 'z' => char.ToLowerInvariant(c),
            'ς' => 'σ',
            _ when char.IsDigit(c) => (char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)),
            _ => char.ToLowerInvariant(c),
        };

    private static void EnsureRoom(ref char[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new char[Math.Max(length, buffer.Length * 2)];
    }
}
