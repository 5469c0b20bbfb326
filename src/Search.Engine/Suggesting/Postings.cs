namespace Search.Engine.Suggesting;

/// <summary>For each word (or name, or phrase) the numbers of what it stands in, ascending.</summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] numbers;

    private Postings(int[] starts, int[] numbers) => (this.starts, this.numbers) = (starts, numbers);

    /// <summary>How many lists there are.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The list of one word.</summary>
    public ReadOnlySpan<int> this[int word] => Of(new WordRange(word, word + 1));

    /// <summary>The lists of words side by side, one after the other.</summary>
    public ReadOnlySpan<int> Of(WordRange words) =>
        words.IsEmpty ? [] : numbers.AsSpan(starts[words.Low], starts[words.High] - starts[words.Low]);

    /// <summary>Memory in bytes.</summary>
    public long Size => 4L * (starts.Length + numbers.Length);

    /// <summary>Sorts pairs by word; pairs of one word keep their order.</summary>
    public static Postings Of(int words, ReadOnlySpan<(int Word, int Number)> pairs)
    {
        var listStarts = new int[words + 1];
        foreach (var (word, _) in pairs)
            listStarts[word + 1]++;
        for (var word = 0; word < words; word++)
            listStarts[word + 1] += listStarts[word];
        var next = listStarts.AsSpan(0, words).ToArray();
        var sorted = new int[pairs.Length];
        foreach (var (word, number) in pairs)
            sorted[next[word]++] = number;
        return new Postings(listStarts, sorted);
    }

    /// <summary>These lists in this order.</summary>
    public Postings InOrder(ReadOnlySpan<int> words)
    {
        var newStarts = new int[words.Length + 1];
        for (var place = 0; place < words.Length; place++)
            newStarts[place + 1] = newStarts[place] + this[words[place]].Length;
        var newNumbers = new int[newStarts[^1]];
        for (var place = 0; place < words.Length; place++)
            this[words[place]].CopyTo(newNumbers.AsSpan(newStarts[place]));
        return new Postings(newStarts, newNumbers);
    }
}
