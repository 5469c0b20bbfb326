using System.Runtime.InteropServices;
using Search.Engine.Analysis;

namespace Search.Engine.Relating;

/// <summary>The words of texts by their stems, without query stop words and bare numbers.</summary>
internal sealed class WordCounts(TextAnalysis analysis)
{
    private readonly Dictionary<string, Entry> byStem = new(StringComparer.Ordinal);

    private int englishFunctionWords;

    /// <summary>Each stem with how often it stands in the texts; without the function words of their language.</summary>
    public IEnumerable<(string Stem, int Count)> All
    {
        get
        {
            var entries = byStem.Values.Select(entry => (entry.Languages, entry.Count));
            var language = FunctionWords.LanguageOf(entries, englishFunctionWords);
            return byStem
                .Where(pair => (pair.Value.Languages & language) == 0)
                .Select(pair => (pair.Key, pair.Value.Count));
        }
    }

    /// <summary>Adds the words of a text; of a longer one than <paramref name="maxCharacters"/> those of its beginning.</summary>
    public void Add(string? text, int maxCharacters)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var read = Cut(text, maxCharacters);
        foreach (var token in analysis.Tokenize(read))
        {
            if (QueryStopWords.Contains(token.Exact))
                englishFunctionWords++;
            if (QueryStopWords.Contains(token.Exact) || !token.Stem.Any(char.IsLetter))
                continue;
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(byStem, token.Stem, out var isKnown);
            entry = isKnown
                ? entry with
                {
                    Count = entry.Count + 1,
                }
                : new Entry(1, read[token.Start..token.End], FunctionWords.LanguagesOf(token.Exact));
        }
    }

    /// <summary>A stem that occurs, as the texts spell it first.</summary>
    public string Spelling(string stem) => byStem[stem].Spelling;

    private static string Cut(string text, int maxCharacters)
    {
        if (text.Length <= maxCharacters)
            return text;
        var splitsPair = maxCharacters > 0 && char.IsHighSurrogate(text[maxCharacters - 1]);
        return text[..(splitsPair ? maxCharacters - 1 : maxCharacters)];
    }

    /// <param name="Count">How often the stem stands in the texts.</param>
    /// <param name="Spelling">As it stands there first.</param>
    /// <param name="Languages">Those in which that is a function word.</param>
    private readonly record struct Entry(int Count, string Spelling, int Languages);
}
