namespace Search.Engine.Suggesting;

/// <summary>Every word that suggestions are found by, in ordinal order; a word's number is its place.</summary>
internal sealed class WordList
{
    private readonly PackedTexts words;
    private readonly byte[] shared;

    /// <param name="words">Different from each other, in ordinal order.</param>
    public WordList(IReadOnlyCollection<string> words)
    {
        this.words = new PackedTexts(words);
        shared = new byte[this.words.Count];
        for (var number = 1; number < shared.Length; number++)
        {
            var common = this.words[number].CommonPrefixLength(this.words[number - 1]);
            shared[number] = (byte)Math.Min(common, byte.MaxValue);
        }
    }

    public int Count => words.Count;

    public ReadOnlySpan<char> this[int number] => words[number];

    /// <summary>How many letters a word begins with that the word before it begins with too.</summary>
    public int Shared(int number) => shared[number];

    /// <summary>The first word behind <paramref name="number"/> that differs within its first <paramref name="length"/> letters.</summary>
    /// <param name="number">A word.</param>
    /// <param name="length">At least 1.</param>
    public int EndOfPrefix(int number, int length)
    {
        var behind = shared.AsSpan(number + 1).IndexOfAnyInRange((byte)0, (byte)(length - 1));
        return behind < 0 ? Count : number + 1 + behind;
    }

    /// <summary>The words that begin with these letters, or the one that is just these.</summary>
    public WordRange Find(ReadOnlySpan<char> letters, bool asPrefix)
    {
        var low = FirstAtLeast(letters);
        if (low == Count || !words[low].StartsWith(letters))
            return new WordRange(low, low);
        if (asPrefix)
            return new WordRange(low, EndOfPrefix(low, letters));
        return new WordRange(low, words[low].Length == letters.Length ? low + 1 : low);
    }

    /// <summary>Memory in bytes.</summary>
    public long Size => words.Size + shared.Length;

    private int FirstAtLeast(ReadOnlySpan<char> letters)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle].SequenceCompareTo(letters) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int EndOfPrefix(int from, ReadOnlySpan<char> letters)
    {
        var (low, high) = (from + 1, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle].StartsWith(letters))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

/// <summary>Words that lie side by side.</summary>
/// <param name="Low">The first.</param>
/// <param name="High">One past the last.</param>
internal readonly record struct WordRange(int Low, int High)
{
    public bool IsEmpty => Low >= High;
}
