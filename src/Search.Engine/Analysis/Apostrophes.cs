namespace Search.Engine.Analysis;

/// <summary>What apostrophes mean, in a word or a piece of one; curly ones are straight by now.</summary>
/// <example>
/// <code>
/// Lucene's   we're   they'll   Lucene   we   they
/// l'eau   dell'arte            eau   arte
/// don't                        dont
/// O'Dwyer   Python'da          ODwyer, also Dwyer   Pythonda, also Python
/// </code>
/// </example>
internal static class Apostrophes
{
    private const char Apostrophe = '\'';
    private const int ShortestReading = 3;

    private static readonly string[] Endings = ["'s", "'re", "'ve", "'ll", "'d", "'m"];

    // Articles and pronouns that French, Italian and Catalan write together with a word that begins with a vowel.
    private static readonly string[] Elisions =
    [
        "l'",
        "d'",
        "j'",
        "m'",
        "t'",
        "s'",
        "c'",
        "n'",
        "qu'",
        "jusqu'",
        "lorsqu'",
        "puisqu'",
        "un'",
        "all'",
        "dall'",
        "dell'",
        "nell'",
        "sull'",
        "quell'",
        "quest'",
    ];

    /// <summary>Leaves out what is written on to a word but is no part of it.</summary>
    public static WordPiece Trim(ReadOnlySpan<char> word, WordPiece piece)
    {
        var (start, end) = (piece.Start, piece.End);
        if (!word[start..end].Contains(Apostrophe))
            return piece;
        foreach (var ending in Endings)
        {
            if (end - start > ending.Length && word[start..end].EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                end -= ending.Length;
        }
        foreach (var elision in Elisions)
        {
            if (
                end - start > elision.Length
                && word[start..end].StartsWith(elision, StringComparison.OrdinalIgnoreCase)
            )
            {
                start += elision.Length;
                break;
            }
        }
        return piece with { Start = start, End = end };
    }

    /// <summary>Adds the longer pieces around the apostrophes that are left; <c>n't</c> has none.</summary>
    public static void AddReadings(ReadOnlySpan<char> word, WordPiece piece, List<WordPart> parts)
    {
        var text = word[piece.Start..piece.End];
        if (!text.Contains(Apostrophe) || text.EndsWith("n't", StringComparison.OrdinalIgnoreCase))
            return;
        foreach (var range in text.Split(Apostrophe))
        {
            var (offset, length) = range.GetOffsetAndLength(text.Length);
            var start = piece.Start + offset;
            if (length >= ShortestReading)
                parts.Add(new WordPart(text[range].ToString(), start, start + length, PartKind.Reading));
        }
    }
}
