using Search.Engine.Analysis;

namespace Search.Engine.Suggesting;

/// <summary>Gives words numbers as they come; in the end they are numbered by order.</summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<WordTraits> traits = [];

    public WordNumbers() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Of(ReadOnlySpan<char> letters)
    {
        if (lookup.TryGetValue(letters, out var number))
            return number;
        number = numbers.Count;
        var word = letters.ToString();
        numbers.Add(word, number);
        traits.Add(TraitsOf(word));
        return number;
    }

    public WordTraits Traits(int number) => traits[number];

    /// <summary>All words in order, and for each number given so far the place of its word.</summary>
    public (WordList Words, int[] Places) Sort()
    {
        var words = numbers.Keys.ToArray();
        var byWord = Enumerable.Range(0, words.Length).ToArray();
        Array.Sort(words, byWord, StringComparer.Ordinal);
        var places = new int[words.Length];
        for (var place = 0; place < words.Length; place++)
            places[byWord[place]] = place;
        return (new WordList(words), places);
    }

    private static WordTraits TraitsOf(string word) =>
        (QueryStopWords.Contains(word) ? WordTraits.IsStopWord : WordTraits.None)
        | (word.All(char.IsDigit) ? WordTraits.IsNumber : WordTraits.None)
        | (word.Length < 3 && word.All(char.IsLetter) ? WordTraits.IsShort : WordTraits.None)
        | (Scripts.IsUnspaced(word[0]) ? WordTraits.IsUnspaced : WordTraits.None);
}

/// <summary>What decides whether a word can be a phrase, or begin or end one.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,

    /// <summary>It says nothing by itself.</summary>
    IsStopWord = 1,

    /// <summary>Digits only.</summary>
    IsNumber = 2,

    /// <summary>One or two letters: too short to be worth completing.</summary>
    IsShort = 4,

    /// <summary>Of a script without spaces: where a phrase ends cannot be told.</summary>
    IsUnspaced = 8,
}
