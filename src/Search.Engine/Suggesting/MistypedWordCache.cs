namespace Search.Engine.Suggesting;

/// <summary>
/// What complete words may stand for, kept from key to key: while the last word of a text is typed, those before it are asked
/// about each time. Safe for many threads.
/// </summary>
internal sealed class MistypedWordCache(WordList words)
{
    private const int MostWords = 1_000;

    private readonly Dictionary<(string Letters, int Edits), TermWords> known = [];
    private readonly Lock inUse = new();

    /// <summary>The words within so many edits.</summary>
    public TermWords Near(TypedWord typed, int edits)
    {
        // A beginning changes with the next key, so it is not worth keeping.
        if (typed.IsPrefix)
            return Find(typed, edits);
        lock (inUse)
        {
            if (known.TryGetValue((typed.Letters, edits), out var found))
                return found;
        }
        var near = Find(typed, edits);
        lock (inUse)
        {
            if (known.Count == MostWords)
                known.Clear();
            known[(typed.Letters, edits)] = near;
        }
        return near;
    }

    private TermWords Find(TypedWord typed, int edits) =>
        new(MistypedWords.Near(words, typed.Letters, typed.IsPrefix, edits));
}
