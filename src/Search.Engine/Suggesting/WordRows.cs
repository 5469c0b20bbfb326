namespace Search.Engine.Suggesting;

/// <summary>The words of many texts, one after the other, with the mark of each (<see cref="PhraseMarks"/>).</summary>
internal sealed class WordRows
{
    private readonly List<int> starts = [0];
    private int[] words = new int[1_024];
    private byte[] marks = new byte[1_024];

    public int Count => starts.Count - 1;

    /// <summary>Words of all texts together.</summary>
    public int TotalWords => starts[^1];

    /// <summary>How many words a text has.</summary>
    public int Length(int row) => starts[row + 1] - starts[row];

    /// <summary>The words of a text.</summary>
    public ReadOnlyMemory<int> Words(int row) => words.AsMemory(starts[row], Length(row));

    /// <summary>The marks of a text's words.</summary>
    public ReadOnlyMemory<byte> Marks(int row) => marks.AsMemory(starts[row], Length(row));

    /// <summary>Adds a text that <paramref name="splitter"/> has just split.</summary>
    public void Add(string text, WordSplitter splitter, WordNumbers numbers)
    {
        var start = TotalWords;
        var end = start + splitter.Words.Count;
        if (end > words.Length)
        {
            Array.Resize(ref words, Math.Max(end, words.Length * 2));
            Array.Resize(ref marks, words.Length);
        }
        for (var i = 0; i < splitter.Words.Count; i++)
            words[start + i] = numbers.Of(splitter.Letters(splitter.Words[i]));
        PhraseMarks.Fill(marks.AsSpan(start, splitter.Words.Count), text, splitter.Words);
        starts.Add(end);
    }

    /// <summary>These rows in this order, with other numbers for the words.</summary>
    public IReadOnlyList<ReadOnlyMemory<int>> InOrder(IReadOnlyCollection<int> rows, int[] places)
    {
        var renumbered = Array.ConvertAll(words[..TotalWords], word => places[word]);
        return [.. rows.Select(row => renumbered.AsMemory(starts[row], Length(row)))];
    }
}
