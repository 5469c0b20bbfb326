namespace Search.Engine.Scoring;

/// <summary>Finds the documents of a segment in which words stand in a row, and how often.</summary>
internal static class RowPostings
{
    /// <summary>Calls <paramref name="take"/> with each document in order, how often the row stands in it, and its norm.</summary>
    /// <param name="words">Postings with positions, of one field, in the order of the row; at least two.</param>
    /// <param name="take">Takes document, frequency and norm.</param>
    public static void Visit(IReadOnlyList<TermPostings> words, Action<int, int, byte> take)
    {
        var places = new int[words.Count];
        var first = words[0];
        for (var place = 0; place < first.Count; place++)
        {
            places[0] = place;
            if (!FindInOthers(words, places, first.Docs[place]))
                continue;
            var frequency = Count(words, places);
            if (frequency > 0)
                take(first.Docs[place], frequency, first.Norms[place]);
        }
    }

    /// <summary>Finds a document in all postings but the first; <paramref name="places"/> says from where, and where it is.</summary>
    public static bool FindInOthers(IReadOnlyList<TermPostings> words, Span<int> places, int doc)
    {
        for (var word = 1; word < places.Length; word++)
        {
            var found = words[word].Find(doc, places[word]);
            places[word] = found < 0 ? ~found : found;
            if (found < 0)
                return false;
        }
        return true;
    }

    private static int Count(IReadOnlyList<TermPostings> words, int[] places)
    {
        var count = 0;
        foreach (var start in words[0].Positions(places[0]))
        {
            if (GoesOn(words, places, start))
                count++;
        }
        return count;
    }

    /// <summary>Whether the row begins at <paramref name="start"/> of the document at these places of the postings.</summary>
    public static bool GoesOn(IReadOnlyList<TermPostings> words, ReadOnlySpan<int> places, int start)
    {
        for (var word = 1; word < places.Length; word++)
        {
            if (words[word].Positions(places[word]).AsSpan().BinarySearch(start + word) < 0)
                return false;
        }
        return true;
    }
}
