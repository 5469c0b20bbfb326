namespace Search.Engine.Scoring;

/// <summary>Where the words of a query stand in one document: what the second stage judges by.</summary>
internal sealed class Evidence
{
    /// <summary>
    /// Words before this position are the title of a record or the question of a passage: the next part begins behind a gap.
    /// </summary>
    public const int FirstPart = Analysis.PartGapFilter.Gap;

    private readonly ArraySegment<int>[] positions;
    private readonly List<int>?[] merged;
    private readonly bool[] exact;
    private readonly bool[] exactInTitle;
    private readonly bool[] inName;

    /// <param name="words">How many words the query has.</param>
    public Evidence(int words)
    {
        positions = new ArraySegment<int>[words];
        merged = new List<int>?[words];
        exact = new bool[words];
        exactInTitle = new bool[words];
        inName = new bool[words];
    }

    /// <summary>Where word <paramref name="word"/> stands, ascending; empty when it does not occur.</summary>
    public ReadOnlySpan<int> Positions(int word) => positions[word];

    /// <summary>Whether the word occurs as it was typed, not only with the same stem.</summary>
    public bool IsExact(int word) => exact[word];

    /// <summary>Whether the title has the word as it was typed; of a passage, its question or the interview's title.</summary>
    public bool IsExactInTitle(int word) => exactInTitle[word];

    /// <summary>Whether a speaker's name has the word.</summary>
    public bool IsInName(int word) => inName[word];

    /// <summary>Whether the word stands in the title, or in the question of a passage.</summary>
    public bool InFirstPart(int word) => positions[word].Count > 0 && positions[word][0] < FirstPart;

    /// <summary>Words in the title (of a passage: in question and interview title together).</summary>
    public int TitleLength { get; set; }

    /// <summary>Says how a word stands there.</summary>
    public void Mark(int word, bool isExact, bool isExactInTitle, bool isInName) =>
        (exact[word], exactInTitle[word], inName[word]) = (isExact, isExactInTitle, isInName);

    /// <summary>Says where a word stands, ascending; takes what it is given as it is.</summary>
    public void Place(int word, ArraySegment<int> places) => positions[word] = places;

    /// <summary>An empty list for the places of a word that has several forms; <see cref="Place(int)"/> takes them over.</summary>
    public List<int> Collect(int word)
    {
        var list = merged[word] ??= [];
        list.Clear();
        return list;
    }

    /// <summary>Says that a word stands where <see cref="Collect"/>'s list says.</summary>
    public void Place(int word)
    {
        var list = merged[word] ?? [];
        list.Sort();
        positions[word] = list.ToArray();
    }
}
