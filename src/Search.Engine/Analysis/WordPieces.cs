namespace Search.Engine.Analysis;

/// <summary>How loosely a piece of a word hangs on the piece before it, from tight to loose.</summary>
internal enum PieceBorder
{
    /// <summary>Latin and Korean letters meet.</summary>
    Script,

    /// <summary>A dot or colon.</summary>
    Dot,

    /// <summary>A hyphen or underscore.</summary>
    Hyphen,

    /// <summary>A slash.</summary>
    Slash,

    /// <summary>The word begins.</summary>
    Word,
}

/// <summary>A piece of a word: <c>[Start, End)</c> within it.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Border">What stands before it.</param>
internal readonly record struct WordPiece(int Start, int End, PieceBorder Border);

/// <summary>Cuts a word at hyphens, underscores, slashes and dots; not within numbers and abbreviations.</summary>
/// <example>
/// <code>
/// real_time     real | time           3.12   1,000   u.s.a     whole
/// os.path       os | path             j.p.morgan    j.p | morgan
/// RPython으로    RPython | 으로
/// </code>
/// </example>
internal static class WordPieces
{
    /// <summary>Adds the pieces of <paramref name="word"/>, as the char filter left it, none of them empty.</summary>
    public static void Cut(ReadOnlySpan<char> word, List<WordPiece> pieces)
    {
        var start = 0;
        var border = PieceBorder.Word;
        for (var i = 0; i < word.Length; i++)
        {
            if (BorderAt(word, i) is not { } found)
                continue;
            if (i > start)
            {
                pieces.Add(new WordPiece(start, i, border));
                border = found;
            }
            else if (found > border)
            {
                border = found;
            }
            start = found == PieceBorder.Script ? i : i + 1;
        }
        if (start < word.Length)
            pieces.Add(new WordPiece(start, word.Length, border));
    }

    private static PieceBorder? BorderAt(ReadOnlySpan<char> word, int i) =>
        word[i] switch
        {
            WordCharacters.Hyphen => PieceBorder.Hyphen,
            WordCharacters.Slash => PieceBorder.Slash,
            '.' => IsInNumber(word, i) || IsInAbbreviation(word, i) ? null : PieceBorder.Dot,
            ',' => IsThousands(word, i) ? null : PieceBorder.Dot,
            ':' or ';' or '\u2027' => PieceBorder.Dot,
            _ => IsScriptChange(word, i) ? PieceBorder.Script : null,
        };

    // Accents and signs that cannot be seen may stand between the letters.
    private static bool IsScriptChange(ReadOnlySpan<char> word, int i)
    {
        var before = i - 1;
        while (before >= 0 && !char.IsLetterOrDigit(word[before]))
            before--;
        return before >= 0
            && char.IsLetterOrDigit(word[i])
            && WordCharacters.IsHangul(word[before]) != WordCharacters.IsHangul(word[i]);
    }

    private static bool IsInNumber(ReadOnlySpan<char> word, int i) => IsDigit(word, i - 1) && IsDigit(word, i + 1);

    // A single letter on either side.
    private static bool IsInAbbreviation(ReadOnlySpan<char> word, int i) =>
        IsLetter(word, i - 1) && !IsLetter(word, i - 2) && IsLetter(word, i + 1) && !IsLetter(word, i + 2);

    private static bool IsThousands(ReadOnlySpan<char> word, int i) =>
        IsDigit(word, i - 1)
        && IsDigit(word, i + 1)
        && IsDigit(word, i + 2)
        && IsDigit(word, i + 3)
        && !IsDigit(word, i + 4);

    private static bool IsDigit(ReadOnlySpan<char> word, int i) => (uint)i < (uint)word.Length && char.IsDigit(word[i]);

    private static bool IsLetter(ReadOnlySpan<char> word, int i) =>
        (uint)i < (uint)word.Length && char.IsLetterOrDigit(word[i]);
}
