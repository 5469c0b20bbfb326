using Search.Engine.Sources;

namespace Search.Engine.Checking;

/// <summary>Something in a source that is probably a mistake.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Code">Which rule found it; never changes its meaning (<see cref="SourceRules"/>).</param>
/// <param name="Id">The record's id; null when it has none that can be read.</param>
/// <param name="Message">In plain words, without position and code.</param>
public sealed record Finding(SourcePosition Position, string Code, string? Id, string Message)
{
    /// <summary><c>talks.jsonl:12: missing_abstract: has no abstract</c></summary>
    public override string ToString() => $"{Position}: {Code}: {Message}";
}

/// <summary>What a check looked at and found.</summary>
/// <param name="Records">Usable records.</param>
/// <param name="Findings">By file in the order of reading, line and code.</param>
public sealed record CheckResult(int Records, IReadOnlyList<Finding> Findings);
