namespace Search.Engine.Suggesting;

/// <summary>Scripts in which the end of a word cannot be told from the text alone.</summary>
internal static class Scripts
{
    /// <summary>Written without spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese. A word may begin at any letter.</summary>
    public static bool IsUnspaced(char unit) =>
        unit
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u2E80' and <= '\uA4CF')
                or (>= '\uF900' and <= '\uFAFF')
                // High surrogates of the ideographs beyond FFFF.
                or (>= '\uD840' and <= '\uD8BF');

    /// <summary>Korean, as the parts of syllables. Words are spaced, but endings stick to them.</summary>
    public static bool IsKorean(char unit) => unit is >= '\u1100' and <= '\u11FF';
}
