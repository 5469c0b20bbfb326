namespace Search.Engine.Suggesting;

/// <summary>One word of what was typed.</summary>
/// <param name="Letters">Folded.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="IsPrefix">Whether more letters may follow.</param>
/// <param name="Edits">How many letters may be wrong.</param>
internal sealed record TypedWord(string Letters, int Start, bool IsPrefix, int Edits);

/// <summary>What was typed, as words; the last may be unfinished.</summary>
internal static class TypedText
{
    /// <summary>UTF-16 units that are looked at: more than any title has, and few enough to be read at every key.</summary>
    public const int MostUnits = 1_024;

    /// <summary>Words that are looked at.</summary>
    private const int MostWords = 32;

    /// <summary>The words in order; none in a text without letters and digits. Never fails.</summary>
    public static IReadOnlyList<TypedWord> Read(string text)
    {
        var isCut = text.Length > MostUnits;
        var splitter = new WordSplitter(everyPlace: false);
        splitter.Split(isCut ? text[..MostUnits] : text);
        var words = new List<TypedWord>();
        foreach (var word in splitter.Words.Take(MostWords))
        {
            var isLast = words.Count == splitter.Words.Count - 1;
            var isUnfinished = isLast && !isCut && !HasSpace(text.AsSpan(word.End));
            var letters = splitter.Letters(word);
            var edits = MistypedWords.EditsFor(letters, word.IsOpen);
            words.Add(new TypedWord(letters.ToString(), word.Start, isUnfinished || word.IsOpen, edits));
        }
        return words;
    }

    private static bool HasSpace(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
                return true;
        }
        return false;
    }
}
