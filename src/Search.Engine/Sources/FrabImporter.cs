namespace Search.Engine.Sources;

/// <summary>
/// The schedule.json of frab, as the Chaos Computer Club publishes it: <c>schedule.conference.days</c> with rooms and
/// events. Ids are ACRONYM/EVENT-ID.
/// </summary>
public sealed class FrabImporter : IImporter
{
    /// <inheritdoc/>
    public string Format => "frab-json";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    /// <summary>By its conference.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return JsonImport.Beginning(sample) is { IsObject: true } root
            && ConferenceSchedule.ConferenceIn(root) is not null;
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return JsonImport.Items(
            file,
            root => ConferenceSchedule.Items(file, root),
            "has no events in schedule.conference.days",
            cancellationToken
        );
    }
}
