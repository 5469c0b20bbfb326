using System.Collections.Frozen;
using System.Globalization;

namespace Search.Engine.Documents;

/// <summary>The many ways to name a language, made one.</summary>
public static class LanguageCode
{
    // The codes for libraries that differ from those of ISO 639-3, and codes that were given up.
    private static readonly FrozenDictionary<string, string> Replaced = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["alb"] = "sq",
        ["arm"] = "hy",
        ["baq"] = "eu",
        ["bur"] = "my",
        ["chi"] = "zh",
        ["cze"] = "cs",
        ["dut"] = "nl",
        ["fre"] = "fr",
        ["geo"] = "ka",
        ["ger"] = "de",
        ["gre"] = "el",
        ["ice"] = "is",
        ["mac"] = "mk",
        ["mao"] = "mi",
        ["may"] = "ms",
        ["per"] = "fa",
        ["rum"] = "ro",
        ["slo"] = "sk",
        ["tib"] = "bo",
        ["wel"] = "cy",
        ["in"] = "id",
        ["iw"] = "he",
        ["ji"] = "yi",
        ["jw"] = "jv",
        ["mo"] = "ro",
        ["mol"] = "ro",
        ["sh"] = "sr",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> TwoLetters = AskForAllTwoLetterCodes();

    /// <summary>
    /// ISO 639-1 in lower case where one exists, without script and country; null for "none", "und" and nothing; else
    /// trimmed as given.
    /// </summary>
    /// <example><c>eng</c> gives <c>en</c>, <c>ger</c> and <c>deu</c> give <c>de</c>, <c>pt-BR</c> gives <c>pt</c>, <c>tlh</c> stays.</example>
    public static string? Normalise(string? given)
    {
        var text = given?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        var end = text.AsSpan().IndexOfAny('-', '_');
        var primary = (end < 0 ? text : text[..end]).ToLowerInvariant();
        if (primary is "none" or "und")
            return null;
        return TwoLetters.GetValueOrDefault(primary, text);
    }

    // 676 questions take about a millisecond, once. Going through the cultures instead would miss Latin and others that
    // have a code and no culture.
    private static FrozenDictionary<string, string> AskForAllTwoLetterCodes()
    {
        var codes = new Dictionary<string, string>(Replaced, StringComparer.Ordinal);
        for (var first = 'a'; first <= 'z'; first++)
        {
            for (var second = 'a'; second <= 'z'; second++)
            {
                var two = $"{first}{second}";
                var three = new CultureInfo(two).ThreeLetterISOLanguageName;
                if (three.Length != 3 || Replaced.ContainsKey(two))
                    continue;
                codes[two] = two;
                codes[three] = two;
            }
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
