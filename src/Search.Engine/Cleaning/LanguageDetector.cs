using Search.Engine.Documents;

namespace Search.Engine.Cleaning;

/// <summary>
/// Tells the language of a text: by its letters where they say it (Hangul, Kana, Greek), by its most frequent words where
/// many languages share them (Latin, Cyrillic). 40 lists of words do for abstracts; a library with models of letter
/// sequences tells single words too, and takes hundreds of megabytes for that.
/// </summary>
public static class LanguageDetector
{
    // Enough to tell by: what follows would change nothing.
    private const int MaxLetters = 2_000;
    private const int FewestWords = 4;
    private const double LeastShare = 0.08;
    private const double LeastLead = 1.25;

    // A label is overruled only by running text that leaves no doubt.
    private const int FewestWordsAgainstLabel = 12;
    private const double LeastShareAgainstLabel = 0.17;
    private const double LeastLeadAgainstLabel = 2.0;

    private static readonly FunctionWordLists Words = FunctionWordLists.Load();

    // Written languages so near to each other that a short text is no proof against a label.
    private static readonly string[][] Neighbours =
    [
        ["da", "nb", "no", "nn", "sv"],
        ["cs", "sk"],
        ["hr", "sr", "bs", "sl"],
        ["es", "ca", "gl"],
        ["id", "ms"],
        ["ru", "uk", "be", "bg", "mk", "sr"],
        ["ar", "fa", "ur"],
        ["nl", "af"],
    ];

    /// <summary>The language of <paramref name="text"/> as ISO 639-1; null when it is too short or too mixed to tell.</summary>
    /// <example><c>Wie wir das Rechenzentrum nach Köln umgezogen haben</c> gives <c>de</c>; <c>Kubernetes 101</c> gives null.</example>
    public static string? Detect(string? text) => Guess(text) is { IsLikely: true } guess ? guess.Language : null;

    /// <summary>
    /// The language of the text when it is certainly not the one of the label, else null. Labels often name what is spoken
    /// in a talk while its abstract is in English.
    /// </summary>
    /// <param name="label">As a source gives it; null when it has none, and then the answer is null.</param>
    /// <param name="text">The text that the label stands beside.</param>
    public static string? Contradicting(string? label, string? text)
    {
        var labelled = LanguageCode.Normalise(label);
        if (labelled is null || Guess(text) is not { IsCertain: true } guess || guess.Language == labelled)
            return null;
        return AreNeighbours(labelled, guess.Language) ? null : guess.Language;
    }

    /// <summary>What to keep as the language of a text: its label, unless that is missing or certainly wrong.</summary>
    public static string? Resolve(string? label, string? text)
    {
        var labelled = LanguageCode.Normalise(label);
        return labelled is null ? Detect(text) : Contradicting(labelled, text) ?? labelled;
    }

    private static bool AreNeighbours(string one, string other) =>
        Array.Exists(Neighbours, group => group.Contains(one) && group.Contains(other));

    private static LanguageGuess? Guess(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var sample = text.AsSpan(0, Math.Min(text.Length, MaxLetters));
        var script = ScriptCount.Of(sample).Main();
        return script switch
        {
            null => null,
            { Language: { } language } told => new(language, told.Letters >= 4, told.Letters >= 10),
            _ => ByWords(sample),
        };
    }

    private static LanguageGuess? ByWords(ReadOnlySpan<char> text)
    {
        Span<double> scores = stackalloc double[Words.Languages.Length];
        var count = Score(text, scores);
        var best = 0;
        var second = 0.0;
        for (var language = 1; language < scores.Length; language++)
        {
            second = Math.Max(second, Math.Min(scores[language], scores[best]));
            if (scores[language] > scores[best])
                best = language;
        }
        var score = scores[best];
        if (score == 0)
            return null;
        var share = score / count;
        var isLikely = count >= FewestWords && score >= 1.5 && share >= LeastShare && score >= LeastLead * second;
        var isCertain =
            count >= FewestWordsAgainstLabel
            && share >= LeastShareAgainstLabel
            && score >= LeastLeadAgainstLabel * second;
        return new(Words.Languages[best], isLikely, isCertain);
    }

    // Gives the number of all words.
    private static int Score(ReadOnlySpan<char> text, Span<double> scores)
    {
        var count = 0;
        Span<char> lower = stackalloc char[24];
        foreach (var range in new WordRanges(text))
        {
            count++;
            var word = text[range];
            if (word.Length > lower.Length)
                continue;
            var length = word.ToLowerInvariant(lower);
            if (!Words.TryLanguagesOf(lower[..length], out var languages))
                continue;
            foreach (var language in languages)
                scores[language] += 1.0 / languages.Length;
        }
        return count;
    }

    private sealed record LanguageGuess(string Language, bool IsLikely, bool IsCertain);
}
