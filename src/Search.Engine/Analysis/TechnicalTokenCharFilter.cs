using Lucene.Net.Analysis.CharFilters;

namespace Search.Engine.Analysis;

/// <summary>
/// Puts the words of a table in the place of technical tokens before the tokenizer could lose them, and tells hyphens and
/// slashes within words to it (see <see cref="WordCharacters.Hyphen"/>). Offsets still point at what was written:
/// <c>C#</c> is <c>csharp</c> at [0,2).
/// </summary>
internal sealed class TechnicalTokenCharFilter : BaseCharFilter
{
    private readonly TokenTrie trie;
    private readonly TextWindow window;
    private string word = "";
    private int wordAt;
    private bool inWord;

    // Place in the text minus place in what is given out.
    private int difference;

    public TechnicalTokenCharFilter(TextReader input, TokenTrie trie)
        : base(input)
    {
        this.trie = trie;
        window = new TextWindow(input, trie.LongestForm);
    }

    public override int Read(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var from = index;
        var end = index + count;
        while (index < end)
        {
            if (wordAt < word.Length)
                buffer[index++] = word[wordAt++];
            else if (window.Fill())
                index = CopyToNextToken(buffer, index, end);
            else
                break;
        }
        return index - from;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            window.Dispose();
        base.Dispose(disposing);
    }

    private int CopyToNextToken(char[] buffer, int index, int end)
    {
        ReadOnlySpan<char> text = window.Characters;
        var output = buffer.AsSpan(index, end - index);
        var from = window.Position;
        var stop = Math.Min(window.SafeEnd, from + output.Length);
        var within = inWord;
        for (var at = from; at < stop; at++)
        {
            var c = text[at];
            var isWord = WordCharacters.IsWord(c);
            // Nothing begins within a word or right behind one.
            if (!within && trie.MayBegin(c, text[at + 1]) && trie.Longest(text, at) is { Length: > 0 } match)
            {
                Replace(text, at, match);
                return index + at - from;
            }
            output[at - from] = within && !isWord ? Connect(c, text[at + 1]) : c;
            within = isWord;
        }
        inWord = within;
        window.Position = stop;
        return index + stop - from;
    }

    private static char Connect(char c, char next) =>
        c switch
        {
            '-' when WordCharacters.IsWord(next) => WordCharacters.Hyphen,
            '/' when WordCharacters.IsWord(next) => WordCharacters.Slash,
            _ => c,
        };

    // Blanks keep the word apart from what stands beside it: C#/F#, .NET8.
    private void Replace(ReadOnlySpan<char> text, int at, TokenMatch match)
    {
        var end = at + match.Length;
        var next = SkipPossessive(text, end);
        var blankBefore = char.IsWhiteSpace(text[at - 1]) ? "" : " ";
        word = $"{blankBefore}{match.Word} ";
        wordAt = 0;
        inWord = false;
        window.Position = next;

        var outputStart = window.Offset + at - difference + blankBefore.Length;
        var outputEnd = outputStart + match.Word.Length;
        MapOffset(outputStart, window.Offset + at);
        MapOffset(outputEnd, window.Offset + end);
        MapOffset(outputEnd + 1, window.Offset + next);
    }

    private static int SkipPossessive(ReadOnlySpan<char> text, int end)
    {
        var isPossessive = text[end] == '\'' && text[end + 1] is 's' or 'S' && !WordCharacters.IsWord(text[end + 2]);
        return isPossessive ? end + 2 : end;
    }

    private void MapOffset(int output, int original)
    {
        difference = original - output;
        AddOffCorrectMap(output, difference);
    }
}
