using Search.Engine.Searching;

namespace Search.Engine.Querying;

/// <summary>How much of a query is read; what is beyond is left out with a warning. The defaults are the engine's.</summary>
public sealed record QueryLimits
{
    /// <summary>What the engine reads at most.</summary>
    public static QueryLimits Engine { get; } = new();

    /// <summary>UTF-16 units of the text. The cut falls between words where one ends shortly before, never inside a surrogate pair.</summary>
    public int MaxCharacters { get; init; } = SearchLimits.MaxQueryCharacters;

    /// <summary>Words, those of phrases and exclusions included; a filter counts as one.</summary>
    public int MaxWords { get; init; } = SearchLimits.MaxWords;

    /// <summary>Levels of brackets; never more than <see cref="SearchLimits.MaxNesting"/>, whatever is asked for.</summary>
    public int MaxNesting { get; init; } = SearchLimits.MaxNesting;
}
