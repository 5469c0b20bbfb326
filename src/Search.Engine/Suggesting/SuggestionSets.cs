namespace Search.Engine.Suggesting;

/// <summary>Titles of talks or of interviews, newest first.</summary>
/// <param name="Table">By their words.</param>
/// <param name="Heads">The record of each title.</param>
internal sealed record TitleSet(SuggestionTable Table, int[] Heads)
{
    /// <summary>Memory in bytes.</summary>
    public long Size => Table.Size + (4L * Heads.Length);

    /// <summary>The titles of records that pass.</summary>
    public TableView Under(bool[] passing) => new(Heads.Length, title => passing[Heads[title]] ? 1 : 0, byWorks: false);
}

/// <summary>Names of speakers or topics, or phrases, those of the most works first.</summary>
/// <param name="Table">By their words.</param>
/// <param name="Texts">As they are shown.</param>
/// <param name="Heads">The records of each.</param>
/// <param name="Works">In how many works each is.</param>
internal sealed record NameSet(SuggestionTable Table, PackedTexts Texts, Postings Heads, int[] Works)
{
    /// <summary>Memory in bytes.</summary>
    public long Size => Table.Size + Texts.Size + Heads.Size + (4L * Works.Length);

    /// <param name="words">The words of each name, in order.</param>
    /// <param name="list">The words that their numbers refer to.</param>
    /// <param name="texts">The names.</param>
    /// <param name="uses">For each record the numbers of its names, from before they were put in order.</param>
    /// <param name="order">These numbers in order; those that are not among them are left out.</param>
    /// <param name="works">For each of these numbers how many works have the name.</param>
    public static NameSet Of(
        NumberRows words,
        WordList list,
        IReadOnlyCollection<string> texts,
        NumberRows uses,
        int[] order,
        int[] works
    )
    {
        var places = new int[works.Length];
        Array.Fill(places, -1);
        for (var place = 0; place < order.Length; place++)
            places[order[place]] = place;
        return new NameSet(
            new SuggestionTable(words, list.Count),
            new PackedTexts(texts),
            Postings.Of(uses, order.Length, places),
            Array.ConvertAll(order, name => works[name])
        );
    }

    /// <summary>The names of records that pass, those of the most such works first.</summary>
    public TableView Under(bool[] passing, HeadList heads)
    {
        var works = new int[Works.Length];
        for (var name = 0; name < works.Length; name++)
            works[name] = heads.CountWorks(Heads[name], passing);
        return new TableView(works.Length, name => works[name], byWorks: true);
    }
}
