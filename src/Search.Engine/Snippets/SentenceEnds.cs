using System.Collections.Frozen;

namespace Search.Engine.Snippets;

/// <summary>Where sentences end. Cautious: a sentence found too long is shown whole or cut, one found too short misleads.</summary>
internal static class SentenceEnds
{
    private const string Enders = ".!?…‽؟۔।";
    private const string IdeographicEnders = "。！？｡";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = Set(
        "dr mr mrs ms mx prof sr jr st rev hon gen col sgt capt lt gov sen rep vs cf al ca approx incl excl resp esp ed eds "
            + "dept est inc ltd co corp misc ext tel bzw mt ft"
    );

    // Abbreviations before a number only: "Was it fast? No. We …"
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberAbbreviations = Set(
        "no nos nr fig figs sec ch eq vol p pp ver rel art jan feb mar apr jun jul aug sep sept oct nov dec"
    );

    /// <summary>True when a sentence ends between two runs.</summary>
    /// <param name="run">What stands before the white space.</param>
    /// <param name="lines">Line ends in the white space; two or more make a paragraph.</param>
    /// <param name="next">What stands behind it.</param>
    public static bool Between(TextRun run, int lines, TextRun next)
    {
        if (lines >= 2 || (lines == 1 && IsBullet(next.Span)))
            return true;
        var word = run.Span.TrimEnd("\"'*_`)]}’”»›」』）");
        if (word.IsEmpty || !Enders.Contains(word[^1]))
            return IsIdeographic(run.Span);
        return !StartsLower(next.Span) && !(word[^1] == '.' && IsAbbreviation(word[..^1], next.Span));
    }

    /// <summary>True when a word ends with a full stop that needs no white space behind it.</summary>
    public static bool IsIdeographic(ReadOnlySpan<char> word)
    {
        var end = word.TrimEnd("」』）】》〉”’");
        return !end.IsEmpty && IdeographicEnders.Contains(end[^1]);
    }

    // `- item`, `• item`, `3. item`
    private static bool IsBullet(ReadOnlySpan<char> word) =>
        word is "-" or "*" or "+" or "•" or "·" or "–" or "—" or "‣" or "◦"
        || (word.Length is > 1 and <= 4 && (word[^1] is '.' or ')') && IsNumber(word[..^1]));

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool StartsLower(ReadOnlySpan<char> word)
    {
        var start = word.TrimStart("\"'*_`([{‘“«‹");
        return !start.IsEmpty && char.IsLower(start[0]);
    }

    // The word is without its full stop.
    private static bool IsAbbreviation(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        word = word.TrimStart("\"'*_`([{‘“«‹");
        if (word.IsEmpty || word[^1] == '.')
            return false;
        if (word.Length == 1)
            return char.IsLetter(word[0]) && word[0] != 'I';
        return IsDotted(word)
            || Abbreviations.Contains(word)
            || (char.IsAsciiDigit(next[0]) && NumberAbbreviations.Contains(word));
    }

    // `e.g`, `U.S`, `Ph.D`: no part longer than two letters. Not `v1.2`, `node.js`.
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (!word.Contains('.'))
            return false;
        foreach (var part in word.Split('.'))
        {
            if (word[part].Length is 0 or > 2 || !IsLetters(word[part]))
                return false;
        }
        return true;
    }

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (!char.IsLetter(unit))
                return false;
        }
        return true;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
