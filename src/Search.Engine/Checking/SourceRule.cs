namespace Search.Engine.Checking;

/// <summary>Looks for one kind of mistake. A rule sees every record once, in the order of the sources, and may look back at the end.</summary>
/// <param name="code">Stands in each finding; stable, since others skip or count by it.</param>
/// <param name="summary">What it finds, in a few words.</param>
public abstract class SourceRule(string code, string summary)
{
    /// <summary>Stands in each finding.</summary>
    public string Code { get; } = code;

    /// <summary>What it finds, in a few words.</summary>
    public string Summary { get; } = summary;

    /// <summary>What is wrong with this record, by itself or beside earlier ones.</summary>
    internal virtual IEnumerable<Finding> See(CheckedRecord seen) => [];

    /// <summary>What only shows when all records were seen.</summary>
    internal virtual IEnumerable<Finding> End() => [];

    /// <summary>A finding of this rule.</summary>
    private protected Finding At(RecordPlace place, string message) => new(place.Position, Code, place.Id, message);
}
