using Lucene.Net.Index;
using Search.Engine.Indexing;

namespace Search.Engine.Forgetting;

/// <summary>What has to change in one generation so that nothing of what is forgotten stays.</summary>
internal sealed class ForgetPlan
{
    private readonly List<RecordChange> changes = [];

    private ForgetPlan(IndexReader reader, Forgotten forgotten)
    {
        foreach (var head in new RecordLookup(reader).AllHeads())
        {
            var record = head.ReadWhole();
            var kept = forgotten.Keep(record);
            var hash = kept is null ? 0 : RecordBlock.HashOf(kept);
            if (kept is not null && hash == head.Hash)
                continue;
            Titles.Add(record);
            if (kept is not null)
                Titles.Add(kept);
            changes.Add(new RecordChange(record.Id, head.Source, kept, hash, IsNew: false));
        }
    }

    /// <summary>Records to remove, or to write anew without a name.</summary>
    public IReadOnlyList<RecordChange> Changes => changes;

    /// <summary>Titles whose works may have changed.</summary>
    public TouchedTitles Titles { get; } = new();

    public IReadOnlyList<string> Removed => [.. Ids(change => change.Record is null)];

    public IReadOnlyList<string> Changed => [.. Ids(change => change.Record is not null)];

    /// <summary>Looks at every record.</summary>
    public static ForgetPlan Of(IndexReader reader, Forgotten forgotten) => new(reader, forgotten);

    private IEnumerable<string> Ids(Func<RecordChange, bool> isWanted) =>
        changes.Where(isWanted).Select(change => change.Id).Order(StringComparer.Ordinal);
}
