using Search.Engine.Snippets;

namespace Search.Engine.Suggesting;

/// <summary>Words that a mistyped one may stand for: a letter added, dropped or replaced, or two neighbours exchanged.</summary>
internal static class MistypedWords
{
    /// <summary>Edits that a word may be away at most.</summary>
    public const int MostEdits = 2;

    private const int FromLetters = 4;
    private const int TwoFromLetters = 8;
    private const int LongestTyped = 40;

    /// <summary>Behind this come scripts without spaces and Korean, and some that are rare.</summary>
    private const char LastOfLetters = '\u0DFF';

    /// <summary>
    /// How many edits a typed word may be away: 1 from the fourth letter, 2 from the eighth, none in numbers, in words with
    /// signs, and in scripts where a letter is half a word.
    /// </summary>
    public static int EditsFor(ReadOnlySpan<char> typed, bool isOpen)
    {
        if (isOpen || typed.Length is < FromLetters or > LongestTyped || !AreLetters(typed))
            return 0;
        return typed.Length >= TwoFromLetters ? MostEdits : 1;
    }

    /// <summary>
    /// The words within <paramref name="edits"/> of what was typed, as ranges in order; for a prefix, those with a beginning
    /// that is.
    /// </summary>
    public static List<WordRange> Near(WordList words, ReadOnlySpan<char> typed, bool asPrefix, int edits)
    {
        var found = new List<WordRange>();
        var memory = new ulong[EditStates.SizeFor(typed.Length, edits)];
        var states = new EditStates(
            memory,
            stackalloc byte[EditStates.RowsFor(typed.Length, edits)],
            typed,
            asPrefix,
            edits
        );
        var end = EndOfNeighbours(words, typed);
        for (var number = 0; number < end; )
        {
            var (depth, isSettled) = states.Read(words[number], words.Shared(number));
            var distance = states.Distance(depth);
            var next = isSettled ? words.EndOfPrefix(number, depth) : number + 1;
            if (distance <= edits)
                found.Add(new WordRange(number, asPrefix ? next : number + 1));
            number = next;
        }
        return found;
    }

    /// <summary>
    /// The length of the beginning of <paramref name="word"/> that is nearest to what was typed, the longest of several; 0 when
    /// none is near. Not for a prefix, it is the whole word or none.
    /// </summary>
    public static int NearestPrefix(ReadOnlySpan<char> word, ReadOnlySpan<char> typed, bool asPrefix, int edits)
    {
        var (nearest, fewest) = (0, edits + 1);
        var shortest = asPrefix ? Math.Max(1, typed.Length - edits) : word.Length;
        Span<int> wordLetters = stackalloc int[WordSplitter.LongestWord];
        Span<int> typedLetters = stackalloc int[LongestTyped];
        for (var length = Math.Min(word.Length, typed.Length + edits); length >= shortest; length--)
        {
            var distance = EditDistance.Of(Copy(word[..length], wordLetters), Copy(typed, typedLetters), edits);
            if (distance < fewest)
                (nearest, fewest) = (length, distance);
        }
        return nearest;
    }

    private static ReadOnlySpan<int> Copy(ReadOnlySpan<char> letters, Span<int> room)
    {
        for (var place = 0; place < letters.Length; place++)
            room[place] = letters[place];
        return room[..letters.Length];
    }

    // Ideographs begin thousands of words, and come last in order. Nobody types one by mistake in a word of letters.
    private static int EndOfNeighbours(WordList words, ReadOnlySpan<char> typed) =>
        typed.IndexOfAnyExceptInRange('\0', LastOfLetters) < 0
            ? words.Find([(char)(LastOfLetters + 1)], asPrefix: false).Low
            : words.Count;

    private static bool AreLetters(ReadOnlySpan<char> typed)
    {
        foreach (var unit in typed)
        {
            if (!char.IsLetter(unit))
                return false;
        }
        return true;
    }
}
