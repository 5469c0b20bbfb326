using System.Globalization;

namespace Search.Engine.Querying;

/// <summary>What the end of a word says: <c>prefix*</c>, <c>word~</c>, <c>word~1</c>, or nothing.</summary>
internal static class QueryWordReader
{
    // One typing mistake in a short word already leaves little of it.
    private const int LongestWordWithOneEdit = 5;

    /// <summary>The node of one word.</summary>
    /// <param name="word">Holds a letter, digit or pictograph.</param>
    /// <param name="field">Where to look.</param>
    /// <param name="warnings">Told when more edits are asked for than there can be.</param>
    public static QueryNode Read(ReadOnlySpan<char> word, QueryField field, QueryWarnings warnings)
    {
        var firstLetter = QueryCharacters.IndexOfWord(word);
        while (TryEdits(word, out var stem, out var edits) && stem.Length > firstLetter)
        {
            if (edits > 2)
                warnings.Add($"{QueryWarnings.Quote(word)} was searched with two edits; more are not possible.");
            if (edits > 0)
                return new FuzzyNode(stem.ToString(), Math.Min(edits, 2), field);
            word = stem;
        }
        var prefix = word.TrimEnd('*');
        if (prefix.Length < word.Length && prefix.Length > firstLetter && !IsNameWithAsterisk(prefix))
            return new PrefixNode(prefix.ToString(), field);
        return new WordNode(Plain(word), field);
    }

    // The A* search, a C* algebra: nobody looks for all that begins with one letter.
    private static bool IsNameWithAsterisk(ReadOnlySpan<char> prefix) =>
        prefix.Length == 1 && char.IsAsciiLetter(prefix[0]);

    private static bool TryEdits(ReadOnlySpan<char> word, out ReadOnlySpan<char> stem, out int edits)
    {
        stem = word.TrimEnd("0123456789");
        var digits = word[stem.Length..];
        edits = 0;
        if (stem.IsEmpty || stem[^1] != '~' || digits.Length > 2)
            return false;
        stem = stem[..^1];
        edits = digits.IsEmpty
            ? (stem.Length > LongestWordWithOneEdit ? 2 : 1)
            : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    // An operator that stands where it joins nothing is a word, and must stay one when the query is written and read again.
    private static string Plain(ReadOnlySpan<char> word) =>
        word switch
        {
            "OR" => "or",
            "AND" => "and",
            "NOT" => "not",
            _ => word.ToString(),
        };
}
