using Search.Engine.Snippets;

namespace Search.Engine.Suggesting;

/// <summary>Marks in a text what was typed: the beginnings of words, whole words, and those that are meant by a mistyped one.</summary>
internal sealed class TypedRanges(IReadOnlyList<TypedWord> typed)
{
    private readonly WordSplitter splitter = new(everyPlace: true);

    /// <summary>Sorted, apart, inside the text.</summary>
    public IReadOnlyList<HighlightRange> Of(string text)
    {
        var ranges = new List<HighlightRange>();
        splitter.Split(text);
        foreach (var typedWord in typed)
        {
            if (!Add(ranges, typedWord, Exact))
                Add(ranges, typedWord, Mistyped);
        }
        return HighlightRange.Merge(ranges);
    }

    private bool Add(
        List<HighlightRange> ranges,
        TypedWord typedWord,
        Func<ReadOnlySpan<char>, TypedWord, int> matchedLength
    )
    {
        var before = ranges.Count;
        foreach (var word in splitter.Words)
        {
            var length = matchedLength(splitter.Letters(word), typedWord);
            if (length > 0)
                ranges.Add(new HighlightRange(word.Start, splitter.EndOf(word, length)));
        }
        return ranges.Count > before;
    }

    private static int Exact(ReadOnlySpan<char> word, TypedWord typedWord)
    {
        var matches = typedWord.IsPrefix ? word.StartsWith(typedWord.Letters) : word.SequenceEqual(typedWord.Letters);
        return matches ? typedWord.Letters.Length : 0;
    }

    private static int Mistyped(ReadOnlySpan<char> word, TypedWord typedWord) =>
        typedWord.Edits == 0
            ? 0
            : MistypedWords.NearestPrefix(word, typedWord.Letters, typedWord.IsPrefix, typedWord.Edits);
}
