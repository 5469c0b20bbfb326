namespace Search.Engine.Snippets;

/// <summary>Words that are spelt like one word but for some edits, as Lucene's fuzzy query without a fixed prefix finds them.</summary>
internal sealed class FuzzyTerm(string word, int edits)
{
    private readonly int[] letters = [.. word.EnumerateRunes().Select(rune => rune.Value)];

    /// <summary>True when the distance is within the edits, and less than the shorter word has letters.</summary>
    public bool Matches(string exact)
    {
        if (exact.Length < letters.Length - edits || exact.Length > 2 * (letters.Length + edits))
            return false;
        Span<int> other = exact.Length <= 256 ? stackalloc int[exact.Length] : new int[exact.Length];
        var length = 0;
        foreach (var rune in exact.EnumerateRunes())
            other[length++] = rune.Value;
        var distance = EditDistance.Of(letters, other[..length], edits);
        return distance == 0 || (distance <= edits && distance < Math.Min(letters.Length, length));
    }
}
