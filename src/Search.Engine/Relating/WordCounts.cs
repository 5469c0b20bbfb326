using System.Runtime.InteropServices;
using Search.Engine.Analysis;

namespace Search.Engine.Relating;

/// <summary>The words of texts by their stems, without query stop words and bare numbers.</summary>
internal sealed class WordCounts(TextAnalysis analysis)
{
    private readonly Dictionary<string, Entry> byStem = new(StringComparer.Ordinal);

    /// <summary>Each stem with how often it stands in the texts.</summary>
    public IEnumerable<(string Stem, int Count)> All => byStem.Select(pair => (pair.Key, pair.Value.Count));

    /// <summary>Adds the words of a text; of a longer one than <paramref name="maxCharacters"/> those of its beginning.</summary>
    public void Add(string? text, int maxCharacters)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var read = Cut(text, maxCharacters);
        foreach (var token in analysis.Tokenize(read))
        {
            if (QueryStopWords.Contains(token.Exact) || !token.Stem.Any(char.IsLetter))
                continue;
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(byStem, token.Stem, out var isKnown);
            entry = isKnown ? entry with { Count = entry.Count + 1 } : new Entry(1, read[token.Start..token.End]);
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

    private readonly record struct Entry(int Count, string Spelling);
}
