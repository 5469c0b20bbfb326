namespace Search.Engine.Suggesting;

/// <summary>Finds what fits to the words typed: exactly first, and where that gives little, with letters wrong.</summary>
internal sealed class SuggestionFinder(SuggestionIndex index, SuggestionView view, int limit)
{
    /// <summary>
    /// Suggestions that are enough not to look for others that are further from what was typed. A single word may be
    /// mistyped once in the collection too; several words together hardly are.
    /// </summary>
    private const int EnoughForOneWord = 2;

    /// <summary>The numbers of what fits, best first, by kind.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="readings">The same with technical names as they are usually written.</param>
    public FoundTexts Find(IReadOnlyList<TypedWord> typed, IReadOnlyList<IReadOnlyList<TypedWord>> readings)
    {
        var found = new FoundTexts();
        if (typed.Count == 0)
        {
            AddMostUsed(found.Speakers, index.Speakers.Table, view.Speakers);
            AddMostUsed(found.Topics, index.Topics.Table, view.Topics);
            return found;
        }
        var exact = Exact(typed);
        AddAll(found, AsTerms(exact), typed);
        foreach (var reading in readings)
            AddAll(found, AsTerms(Exact(reading)), typed);
        var enough = typed.Count == 1 ? EnoughForOneWord : 1;
        if (found.Count >= enough)
            return found;
        for (var edits = 1; edits <= MistypedWords.MostEdits && found.Count < enough; edits++)
            AddAll(found, Near(typed, exact, edits), typed);
        if (found.Count == 0 && typed.Count > 1 && typed[^1] is { IsPrefix: true, Letters.Length: > 1 })
            AddContinuations(found.Continuations, exact[^1]);
        return found;
    }

    private List<WordRange> Exact(IReadOnlyList<TypedWord> typed) =>
        [.. typed.Select(word => index.Words.Find(word.Letters, word.IsPrefix))];

    private static List<TermWords> AsTerms(List<WordRange> words) => words.ConvertAll(range => new TermWords([range]));

    // Who asks in words that no title has together still sees what the last word may become. One letter is no hint.
    private void AddContinuations(List<int> found, WordRange last)
    {
        var best = new BestTexts(limit, index.Phrases.Table, found);
        index.Phrases.Table.FindAtStart([new TermWords([last])], view.Phrases, best);
        found.AddRange(best.InOrder);
    }

    // Words that the collection does not know are mistyped, if any is; when it knows them all, each may be.
    private List<TermWords> Near(IReadOnlyList<TypedWord> typed, List<WordRange> exact, int edits)
    {
        var hasUnknown = exact.Exists(range => range.IsEmpty);
        var near = new List<TermWords>();
        var isNew = false;
        for (var place = 0; place < typed.Count; place++)
        {
            var word = typed[place];
            var isSuspect = word.Edits > 0 && (!hasUnknown || exact[place].IsEmpty);
            isNew |= isSuspect && word.Edits >= edits;
            near.Add(
                isSuspect ? index.Mistyped.Near(word, Math.Min(edits, word.Edits)) : new TermWords([exact[place]])
            );
        }
        return isNew ? near : [];
    }

    private void AddAll(FoundTexts found, IReadOnlyList<TermWords> terms, IReadOnlyList<TypedWord> typed)
    {
        if (terms.Count == 0 || terms.Any(term => term.Ranges.Count == 0))
            return;
        AddPhrases(found.Phrases, terms, typed);
        AddTitles(found.Talks, index.Talks.Table, view.Talks, terms);
        AddTitles(found.Interviews, index.Interviews.Table, view.Interviews, terms);
        AddAnywhere(found.Speakers, index.Speakers.Table, view.Speakers, terms);
        AddAnywhere(found.Topics, index.Topics.Table, view.Topics, terms);
    }

    // What was typed already is no completion of itself; one more is looked for, since it may be among them.
    private void AddPhrases(List<int> found, IReadOnlyList<TermWords> terms, IReadOnlyList<TypedWord> typed)
    {
        var best = new BestTexts(limit + 1 - found.Count, index.Phrases.Table, found);
        index.Phrases.Table.FindAtStart(terms, view.Phrases, best);
        found.AddRange(best.InOrder.Where(phrase => !IsTyped(phrase, typed)).Take(limit - found.Count));
    }

    private void AddTitles(List<int> found, SuggestionTable table, TableView titles, IReadOnlyList<TermWords> terms)
    {
        var best = new BestTexts(limit - found.Count, table, found);
        table.FindAtStart(terms, titles, best);
        found.AddRange(best.InOrder);
        AddAnywhere(found, table, titles, terms);
    }

    private void AddAnywhere(List<int> found, SuggestionTable table, TableView texts, IReadOnlyList<TermWords> terms)
    {
        var best = new BestTexts(limit - found.Count, table, found);
        table.FindAnywhere(terms, texts, best);
        found.AddRange(best.InOrder);
    }

    private void AddMostUsed(List<int> found, SuggestionTable table, TableView names)
    {
        var best = new BestTexts(limit, table, found);
        for (var place = 0; place < names.Count && !best.IsFull; place++)
            best.Offer(names.InOrder(place), names);
        found.AddRange(best.InOrder);
    }

    private bool IsTyped(int phrase, IReadOnlyList<TypedWord> typed)
    {
        var words = index.Phrases.Table.Words(phrase);
        if (words.Length != typed.Count)
            return false;
        for (var place = 0; place < words.Length; place++)
        {
            if (!index.Words[words[place]].SequenceEqual(typed[place].Letters))
                return false;
        }
        return true;
    }
}

/// <summary>The numbers of what was found, best first.</summary>
internal sealed class FoundTexts
{
    public List<int> Phrases { get; } = [];

    /// <summary>Phrases that may take the place of the last word, where nothing fits to all.</summary>
    public List<int> Continuations { get; } = [];

    public List<int> Talks { get; } = [];
    public List<int> Interviews { get; } = [];
    public List<int> Speakers { get; } = [];
    public List<int> Topics { get; } = [];

    public int Count => Phrases.Count + Talks.Count + Interviews.Count + Speakers.Count + Topics.Count;
}
