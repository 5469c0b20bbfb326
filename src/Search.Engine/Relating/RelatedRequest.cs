using Search.Engine.Searching;

namespace Search.Engine.Relating;

/// <summary>Asks for works that are like a record, a passage or a text. Ranges are the caller's to check.</summary>
/// <param name="Target">What they should be like.</param>
public sealed record RelatedRequest(RelatedTarget Target)
{
    /// <summary>Hits wanted; 1 to <see cref="RelatedLimits.MaxHits"/>.</summary>
    public int Limit { get; init; } = 5;

    /// <summary>What a hit must be.</summary>
    public RecordFilter Filter { get; init; } = RecordFilter.None;

    /// <summary>About how many words a snippet has; 5 to 200.</summary>
    public int SnippetWords { get; init; } = 30;
}

/// <summary>What hits should be like.</summary>
public abstract record RelatedTarget;

/// <summary>A record or a passage of the index.</summary>
/// <param name="Id">A record's id, or a passage's: the interview's id, <c>#</c> and the number.</param>
public sealed record StoredTarget(string Id) : RelatedTarget;

/// <summary>A text that is not in the index, such as a proposal for a talk.</summary>
/// <param name="Text">Any text; what is over <see cref="RelatedLimits.MaxCharacters"/> is left out with a warning.</param>
/// <param name="Title">Its title; empty when it has none. Words of the title count for more.</param>
public sealed record PastedTarget(string Text, string Title = "") : RelatedTarget;

/// <summary>Limits of <see cref="RelatedRequest"/>.</summary>
public static class RelatedLimits
{
    /// <summary>The most hits.</summary>
    public const int MaxHits = 20;

    /// <summary>UTF-16 units that are read of a text; an hour of speech has about 60,000.</summary>
    public const int MaxCharacters = 100_000;
}
