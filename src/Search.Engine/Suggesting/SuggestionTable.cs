namespace Search.Engine.Suggesting;

/// <summary>Texts of one kind, best first, with the words that they are found by. A text's number is its place.</summary>
internal sealed class SuggestionTable
{
    private readonly NumberRows texts;
    private readonly Postings byWord;
    private readonly Postings byFirstWord;

    /// <param name="texts">The words of each text, in order; at least one each.</param>
    /// <param name="wordCount">Words in the list that the numbers refer to.</param>
    public SuggestionTable(NumberRows texts, int wordCount)
    {
        this.texts = texts;
        byWord = Postings.Of(texts, wordCount);
        byFirstWord = Postings.Of(texts, wordCount, firstOnly: true);
    }

    public int Count => texts.Count;

    /// <summary>The words of a text, in order.</summary>
    public ReadOnlySpan<int> Words(int text) => texts[text];

    /// <summary>Memory in bytes.</summary>
    public long Size => texts.Size + byWord.Size + byFirstWord.Size;

    /// <summary>Offers the best texts that hold every term, in any order.</summary>
    public void FindAnywhere(IReadOnlyList<TermWords> terms, TableView view, BestTexts best)
    {
        var rarest = terms.MinBy(term => CountOf(term, byWord))!;
        Find(terms, rarest, byWord, begins: false, view, best);
    }

    /// <summary>Offers the best texts that begin with the terms in their order.</summary>
    public void FindAtStart(IReadOnlyList<TermWords> terms, TableView view, BestTexts best) =>
        Find(terms, terms[0], byFirstWord, begins: true, view, best);

    // Two ways: through the postings of one term, or through all texts from the best on until enough are found. Of short
    // beginnings, which many texts have, the second soon finds enough; of rare ones the first has little to do.
    private void Find(
        IReadOnlyList<TermWords> terms,
        TermWords rarest,
        Postings postings,
        bool begins,
        TableView view,
        BestTexts best
    )
    {
        var candidates = CountOf(rarest, postings);
        if (candidates == 0 || best.Capacity == 0)
            return;
        var expectedScan = terms.Count == 1 ? (long)best.Capacity * Count / candidates : view.Count;
        if (Math.Min(expectedScan, view.Count) < candidates)
            Scan(terms, begins, view, best);
        else
            WalkPostings(terms, rarest, postings, begins, view, best);
    }

    private void Scan(IReadOnlyList<TermWords> terms, bool begins, TableView view, BestTexts best)
    {
        for (var place = 0; place < view.Count && !best.IsFull; place++)
        {
            var text = view.InOrder(place);
            if (Holds(text, terms, begins))
                best.Offer(text, view);
        }
    }

    private void WalkPostings(
        IReadOnlyList<TermWords> terms,
        TermWords rarest,
        Postings postings,
        bool begins,
        TableView view,
        BestTexts best
    )
    {
        // The texts of one word stand best first, so that none behind the first that is too late can be better.
        var isSorted = view.IsInTextOrder;
        foreach (var range in rarest.Ranges)
        {
            for (var word = range.Low; word < range.High; word++)
            {
                var reader = postings[word];
                for (var text = reader.Next(); text >= 0; text = reader.Next())
                {
                    var couldBe = view.Passes(text) && best.CouldTake(text, view);
                    if (couldBe && Holds(text, terms, begins))
                        best.Offer(text, view);
                    else if (!couldBe && isSorted && best.IsFull)
                        break;
                }
            }
        }
    }

    private bool Holds(int text, IReadOnlyList<TermWords> terms, bool begins)
    {
        var held = Words(text);
        if (begins && held.Length < terms.Count)
            return false;
        for (var place = 0; place < terms.Count; place++)
        {
            if (begins ? !terms[place].Contains(held[place]) : !terms[place].ContainsAny(held))
                return false;
        }
        return true;
    }

    private static int CountOf(TermWords term, Postings postings)
    {
        var count = 0;
        foreach (var range in term.Ranges)
            count += postings.Estimate(range);
        return count;
    }
}
