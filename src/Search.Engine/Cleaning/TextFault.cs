using System.Text;
using System.Text.RegularExpressions;

namespace Search.Engine.Cleaning;

/// <summary>What is odd about the characters of a text.</summary>
public enum TextFaultKind
{
    /// <summary>UTF-8 that was read as Windows-1252: <c>Ã©</c> instead of <c>é</c>.</summary>
    WronglyDecoded,

    /// <summary>U+FFFD, which stands where a character was lost.</summary>
    LostCharacter,

    /// <summary>A control character, or half of a surrogate pair.</summary>
    ControlCharacter,

    /// <summary>Entities that were encoded twice: <c>&amp;amp;quot;</c>.</summary>
    EncodedTwice,
}

/// <summary>Something odd in a text, which a reader would take for damage.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Where it stands, in UTF-16 units.</param>
/// <param name="Sentence">In plain words: what stands there, and what it probably should be.</param>
public sealed partial record TextFault(TextFaultKind Kind, int Index, string Sentence)
{
    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The first fault of each kind in a text as the source has it, before cleaning; none in most.</summary>
    public static IReadOnlyList<TextFault> In(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        var faults = new List<TextFault>();
        if (Control(text) is { } control)
            faults.Add(control);
        if (text.IndexOf('\uFFFD') is var lost and >= 0)
            faults.Add(new(TextFaultKind.LostCharacter, lost, "holds \"\uFFFD\" where a character was lost"));
        if (Wrong(text) is { } wrong)
            faults.Add(wrong);
        if (Twice().Match(text) is { Success: true } twice)
            faults.Add(
                new(TextFaultKind.EncodedTwice, twice.Index, $"holds \"{twice.Value}\", which was encoded twice")
            );
        return faults;
    }

    private static TextFault? Control(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
                continue;
            }
            if (
                char.IsSurrogate(unit)
                || (char.IsControl(unit) && unit is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085'))
            )
                return new(TextFaultKind.ControlCharacter, index, $"holds the control character U+{(int)unit:X4}");
        }
        return null;
    }

    private static TextFault? Wrong(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('Â', 'ð') < 0)
            return null;
        foreach (Match match in MaybeWrong().Matches(text))
        {
            if (Decoded(match.Value) is not { } right)
                continue;
            return new(
                TextFaultKind.WronglyDecoded,
                match.Index,
                $"holds \"{match.Value}\", which was decoded wrongly; it should probably be \"{right}\""
            );
        }
        return null;
    }

    // What the sequence was before it was read as Windows-1252, when that makes sense.
    private static string? Decoded(string sequence)
    {
        try
        {
            // The five bytes that Windows-1252 leaves free are decoded as control characters.
            var bytes = sequence.Select(unit => unit < 0x100 ? (byte)unit : Windows1252.GetBytes([unit])[0]).ToArray();
            var right = Utf8.GetString(bytes);
            return right.EnumerateRunes().All(rune => rune.Value is not (>= 0x80 and < 0xA0)) ? right : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Letters of Western Europe, punctuation, emoji, two Cyrillic or Greek letters in a row. Fewer would hit real text: „MENÜ“.
    [GeneratedRegex(
        "Ã[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]"
            + "|Â[\u00A0-\u00BF]|â(?:€.|\u0080.|„¢|†.|‚¬)|ðŸ..|(?:[ÐÑ][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u2122]){2,}",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex MaybeWrong();

    [GeneratedRegex("&amp;(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,6});", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Twice();
}
