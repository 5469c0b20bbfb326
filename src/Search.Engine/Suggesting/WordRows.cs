namespace Search.Engine.Suggesting;

/// <summary>The words of many texts, with the mark of each (<see cref="PhraseMarks"/>).</summary>
internal sealed class WordRows
{
    private byte[] marks = new byte[256];

    /// <summary>The numbers of the words, a row for each text.</summary>
    public NumberRows Words { get; } = new();

    /// <summary>The marks of a text's words.</summary>
    public ReadOnlySpan<byte> Marks(int row) => marks.AsSpan(Words.StartOf(row), Words[row].Length);

    /// <summary>Adds a text that <paramref name="splitter"/> has just split.</summary>
    public void Add(string text, WordSplitter splitter, WordNumbers numbers)
    {
        var start = Words.Total;
        foreach (var word in splitter.Words)
            Words.Append(numbers.Of(splitter.Letters(word)));
        Words.EndRow();
        if (Words.Total > marks.Length)
            Array.Resize(ref marks, Math.Max(Words.Total, marks.Length * 2));
        PhraseMarks.Fill(marks.AsSpan(start, splitter.Words.Count), text, splitter.Words);
    }
}
