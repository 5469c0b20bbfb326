using System.Text;

namespace Search.Engine.Suggesting;

/// <summary>
/// Parts of Korean syllables as the keys that type them, so that a text matches at every key: on the way to <c>쿠버</c> the
/// box holds <c>쿱</c>, whose last consonant is about to begin the next syllable.
/// </summary>
internal static class KoreanKeys
{
    private const int FirstFinal = 0x11A8;
    private const int FirstVowel = 0x1161;

    // The consonants that begin a syllable, for each that can end one, from U+11A8 on.
    private static readonly string[] Finals = (
        "\u1100 \u1101 \u1100\u1109 \u1102 \u1102\u110C \u1102\u1112 \u1103 \u1105 \u1105\u1100 \u1105\u1106 \u1105\u1107 "
        + "\u1105\u1109 \u1105\u1110 \u1105\u1111 \u1105\u1112 \u1106 \u1107 \u1107\u1109 \u1109 \u110A \u110B \u110C \u110E "
        + "\u110F \u1110 \u1111 \u1112"
    ).Split(' ');

    // The simple vowels of each vowel, from U+1161 on.
    private static readonly string[] Vowels = (
        "\u1161 \u1162 \u1163 \u1164 \u1165 \u1166 \u1167 \u1168 \u1169 \u1169\u1161 \u1169\u1162 \u1169\u1175 \u116D \u116E "
        + "\u116E\u1165 \u116E\u1166 \u116E\u1175 \u1172 \u1173 \u1173\u1175 \u1175"
    ).Split(' ');

    /// <summary>The keys of a part of a syllable; any other letter is its own.</summary>
    public static string Of(Rune letter)
    {
        if (letter.Value >= FirstFinal && letter.Value < FirstFinal + Finals.Length)
            return Finals[letter.Value - FirstFinal];
        if (letter.Value >= FirstVowel && letter.Value < FirstVowel + Vowels.Length)
            return Vowels[letter.Value - FirstVowel];
        return letter.ToString();
    }
}
