using Search.Engine.Indexing;
using Search.Engine.Sources;

namespace Search.Indexer.Sending;

/// <summary>What became of the records of one source that were sent to a service.</summary>
internal sealed class SentSource(string source)
{
    private readonly IdSet seen = new();
    private readonly List<RefusedRecord> refused = [];
    private readonly Lock counting = new();

    private ImportSummary counts = new();

    /// <summary>What happened so far.</summary>
    public ImportSummary Summary => counts with { Refused = [.. refused] };

    /// <summary>True when something was refused whose id could not be read: it may be a record that seems to have vanished.</summary>
    public bool MayHideRecords { get; private set; }

    /// <summary>Whether the source has a record of this id.</summary>
    public bool Has(string id) => seen.Contains(id);

    /// <summary>False, with a refusal, when an earlier record has the same id.</summary>
    public bool IsFirst(ImportedRecord imported)
    {
        var id = imported.Record.Id;
        if (seen.Add(id))
            return true;
        Refuse(new RefusedRecord(imported.Position, id, $"An earlier record has the same id, {id}."));
        return false;
    }

    /// <summary>Counts an item that is not used.</summary>
    public void Refuse(RefusedRecord item)
    {
        counts = counts with { RefusedCount = counts.RefusedCount + 1 };
        if (refused.Count < ImportSummary.MaxRefusedKept)
            refused.Add(item);
        MayHideRecords |= item.Id is null || item.RestIsUnread;
        if (item.Id is not null)
            seen.Add(item.Id);
    }

    /// <summary>Counts what the service says of the records of one request.</summary>
    public void Take(IReadOnlyList<ImportedRecord> records, IReadOnlyList<SentLine> results)
    {
        foreach (var result in results)
        {
            var record = records[(int)result.Line - 1];
            switch (result.Status)
            {
                case "added":
                    counts = counts with { Added = counts.Added + 1 };
                    break;
                case "updated":
                    counts = counts with { Updated = counts.Updated + 1 };
                    break;
                case "unchanged":
                    counts = counts with { Unchanged = counts.Unchanged + 1 };
                    break;
                default:
                    Refuse(new RefusedRecord(record.Position, record.Record.Id, result.Error ?? result.Status));
                    break;
            }
            counts = counts with { SampleRemoved = counts.SampleRemoved + (result.SampleRemoved ?? 0) };
        }
    }

    /// <summary>Counts a record that the source no longer has. Safe for many threads.</summary>
    public void CountRemoved()
    {
        lock (counting)
            counts = counts with { Removed = counts.Removed + 1 };
    }

    /// <summary>Notes that nothing was pruned.</summary>
    public void SkipPruning() => counts = counts with { PruneSkipped = true };

    /// <inheritdoc/>
    public override string ToString() => source;
}
