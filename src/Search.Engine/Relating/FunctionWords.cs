using System.Collections.Frozen;
using System.Numerics;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;
using Search.Engine.Analysis;

namespace Search.Engine.Relating;

/// <summary>
/// Words that say nothing in languages other than English ("de", "und"). In a collection that is mostly English they are
/// rare, so by their numbers alone they would look telling.
/// </summary>
internal static class FunctionWords
{
    // Snowball's lists, shipped in the analysis package; the English one is QueryStopWords.
    private static readonly string[] Lists =
    [
        "danish",
        "dutch",
        "finnish",
        "french",
        "german",
        "hungarian",
        "italian",
        "norwegian",
        "portuguese",
        "russian",
        "spanish",
        "swedish",
    ];

    private static readonly FrozenDictionary<string, int> LanguagesOfWord = Load();

    /// <summary>The languages in which an unstemmed word says nothing, a bit each; 0 for none.</summary>
    public static int LanguagesOf(string exact) => LanguagesOfWord.GetValueOrDefault(exact);

    /// <summary>The bit of the language to which most of a text's function words belong; 0 when that is English, or none.</summary>
    /// <param name="words">The languages of each word, and how often it stands in the text.</param>
    /// <param name="english">How often English function words stand there.</param>
    public static int LanguageOf(IEnumerable<(int Languages, int Count)> words, int english)
    {
        const int enough = 2;
        var counts = new int[Lists.Length];
        foreach (var (languages, count) in words)
        {
            for (var rest = languages; rest != 0; rest &= rest - 1)
                counts[BitOperations.TrailingZeroCount(rest)] += count;
        }
        var most = counts.Max();
        return most >= enough && most > english ? 1 << Array.IndexOf(counts, most) : 0;
    }

    private static FrozenDictionary<string, int> Load()
    {
        using var analysis = new TextAnalysis();
        var languages = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var list = 0; list < Lists.Length; list++)
        {
            foreach (var word in Read(Lists[list]))
            {
                if (analysis.Tokenize(word) is [var token])
                    languages[token.Exact] = languages.GetValueOrDefault(token.Exact) | (1 << list);
            }
        }
        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Read(string language)
    {
        using var reader = new StreamReader(
            typeof(SnowballFilter).Assembly.GetManifestResourceStream(
                $"Lucene.Net.Analysis.Common.Analysis.Snowball.{language}_stop.txt"
            ) ?? throw new InvalidOperationException($"The analysis package holds no {language} stop word list.")
        );
        foreach (var word in WordlistLoader.GetSnowballWordSet(reader, LuceneVersion.LUCENE_48))
            yield return word.ToString() ?? "";
    }
}
