using Search.Engine.Snippets;

namespace Search.Engine.Suggesting;

/// <summary>Marks in a text what was typed: the beginnings of words, whole words, and those that are meant by a mistyped one.</summary>
/// <param name="readings">What was typed, and what else it may mean: the one that explains most of a text counts.</param>
internal sealed class TypedRanges(IReadOnlyList<IReadOnlyList<TypedWord>> readings)
{
    private readonly WordSplitter splitter = new(everyPlace: true);

    /// <summary>Sorted, apart, inside the text.</summary>
    public IReadOnlyList<HighlightRange> Of(string text)
    {
        splitter.Split(text);
        return readings.Select(Of).MaxBy(ranges => ranges.Sum(range => range.End - range.Start)) ?? [];
    }

    private IReadOnlyList<HighlightRange> Of(IReadOnlyList<TypedWord> typed)
    {
        var ranges = new List<HighlightRange>();
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
