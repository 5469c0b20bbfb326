namespace Search.Engine.Snippets;

/// <summary>A part of a text that a snippet never cuts.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last unit; behind it stand white space, the next word or the end.</param>
/// <param name="Column">How many columns stand before it in the text.</param>
/// <param name="StartsSentence">True when a sentence or a paragraph begins here.</param>
internal readonly record struct TextWord(int Start, int End, int Column, bool StartsSentence);

/// <summary>A text as words between white space. Runs of ideographs, and runs too long to be shown whole, are several words.</summary>
internal sealed class TextWords
{
    private readonly List<TextWord> words;
    private readonly int columns;
    private readonly SnippetSize size;

    private TextWords(List<TextWord> words, int columns, SnippetSize size) =>
        (this.words, this.columns, this.size) = (words, columns, size);

    /// <summary>How many words there are.</summary>
    public int Count => words.Count;

    /// <summary>The word with this number, from 0.</summary>
    public TextWord this[int index] => words[index];

    /// <summary>How much of the snippet's size the words from <paramref name="first"/> to before <paramref name="end"/> take.</summary>
    public double Share(int first, int end) =>
        size.Share(end - first, (end == words.Count ? columns : words[end].Column) - words[first].Column);

    /// <summary>True when a sentence ends before this word; it may be the end of the text.</summary>
    public bool IsSentenceBorder(int index) => index == words.Count || words[index].StartsSentence;

    /// <summary>Reads a whole text, in time linear in its length.</summary>
    public static TextWords Of(string text, SnippetSize size)
    {
        var found = new List<TextWord>((text.Length / 6) + 1);
        var splitter = new RunSplitter(text, size.LongestRun, found);
        var last = new TextRun(text, 0, 0);
        var column = 0;
        for (var i = SkipSpace(text, 0, out var lines); i < text.Length; i = SkipSpace(text, i, out lines))
        {
            var run = new TextRun(text, i, EndOfRun(text, i));
            var startsSentence = found.Count == 0 || SentenceEnds.Between(last, lines, run);
            column = splitter.Add(run, column, startsSentence) + 1;
            last = run;
            i = run.End;
        }
        return new TextWords(found, column, size);
    }

    // Counts the line ends on the way; a paragraph separator and a form feed are two.
    private static int SkipSpace(string text, int index, out int lines)
    {
        lines = 0;
        for (; index < text.Length; index++)
        {
            var unit = text[index];
            if (unit == '\n' || (unit == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
                lines++;
            else if (unit is '\u2028' or '\u0085')
                lines++;
            else if (unit is '\u2029' or '\f')
                lines += 2;
            else if (!char.IsWhiteSpace(unit) && !VisibleText.IsLeftOut(unit))
                break;
        }
        return index;
    }

    private static int EndOfRun(string text, int index)
    {
        while (index < text.Length && !char.IsWhiteSpace(text[index]))
            index++;
        return index;
    }
}

/// <summary>Units of a text without white space among them.</summary>
internal readonly record struct TextRun(string Text, int Start, int End)
{
    public ReadOnlySpan<char> Span => Text.AsSpan(Start, End - Start);
}
