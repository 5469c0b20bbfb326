using Search.Engine.Searching;

namespace Search.Engine.Suggesting;

/// <summary>Everything that can be suggested from one snapshot, in memory.</summary>
internal sealed class SuggestionIndex(IndexSnapshot snapshot, HeadList heads, WordList words)
{
    public IndexSnapshot Snapshot { get; } = snapshot;
    public HeadList Heads { get; } = heads;
    public WordList Words { get; } = words;
    public MistypedWordCache Mistyped { get; } = new(words);
    public required NameSet Phrases { get; init; }
    public required TitleSet Talks { get; init; }
    public required TitleSet Interviews { get; init; }
    public required NameSet Speakers { get; init; }
    public required NameSet Topics { get; init; }

    /// <summary>Memory in bytes.</summary>
    public long Size =>
        Heads.Size + Words.Size + Phrases.Size + Talks.Size + Interviews.Size + Speakers.Size + Topics.Size;

    /// <summary>What is left under restrictions; null stands for none.</summary>
    public SuggestionView Under(IReadOnlyList<Restriction>? restrictions)
    {
        if (restrictions is null)
        {
            return new SuggestionView(
                new TableView(Phrases.Table.Count),
                new TableView(Talks.Table.Count),
                new TableView(Interviews.Table.Count),
                new TableView(Speakers.Table.Count),
                new TableView(Topics.Table.Count)
            );
        }
        var passing = Heads.Passing(restrictions);
        return new SuggestionView(
            Phrases.Under(passing, Heads),
            Talks.Under(passing),
            Interviews.Under(passing),
            Speakers.Under(passing, Heads),
            Topics.Under(passing, Heads)
        );
    }
}

/// <summary>What can be suggested under one filter.</summary>
internal sealed record SuggestionView(
    TableView Phrases,
    TableView Talks,
    TableView Interviews,
    TableView Speakers,
    TableView Topics
);
