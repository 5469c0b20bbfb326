using Search.Engine.Documents;
using Search.Engine.Forgetting;

namespace Search.Engine.Indexing;

/// <summary>
/// Decides what becomes of single writes that share a commit. They are taken in order: each sees those before it, and what
/// is written in the end is one change a record.
/// </summary>
internal sealed class WritePlan(RecordLookup before, Forgotten forgotten)
{
    private readonly Dictionary<string, Standing> changed = new(StringComparer.Ordinal);
    private readonly bool onlySampleWasThere =
        before.AllHeads().Any() && before.AllHeads().All(head => head.Source == ImportOptions.SampleSource);

    private bool sampleMadeRoom;

    /// <summary>Titles whose works may have changed.</summary>
    public TouchedTitles Titles { get; } = new();

    /// <summary>What to write; ask when every write has been added. Empty when there is nothing to commit.</summary>
    public IReadOnlyList<RecordChange> Changes() =>
        [
            .. changed
                .Where(change => change.Value.Record is not null || change.Value.WasThere)
                .Select(change => new RecordChange(
                    change.Key,
                    change.Value.Source,
                    change.Value.Record,
                    change.Value.Hash,
                    IsNew: !change.Value.WasThere
                )),
        ];

    /// <summary>Decides one write.</summary>
    public WriteOutcome Add(RecordWrite write)
    {
        var standing = Find(write.Id);
        if (write.Condition is { } condition && !condition(standing?.Json))
            return Refused(WriteStatus.ConditionFailed, write, $"The record {write.Id} is not as the condition says.");
        if (standing is not null && IsForeign(write, standing))
        {
            var reason = $"The record {write.Id} belongs to the source {standing.Source}.";
            return Refused(WriteStatus.OwnedByOther, write, reason) with { Source = standing.Source };
        }
        return write switch
        {
            PutRecord put => Put(put, put.Record, standing),
            PatchRecord patch => Patch(patch, standing),
            DeleteRecord => Delete(write, standing),
            _ => throw new InvalidOperationException($"There is no way to do a {write.GetType().Name}."),
        };
    }

    private WriteOutcome Put(RecordWrite write, Record given, Standing? standing)
    {
        if (forgotten.Keep(given) is not { } record)
        {
            var reason =
                "The record, or one who speaks in it, was forgotten for good; search-indexer forget --lift allows it again.";
            return Refused(WriteStatus.Invalid, write, reason);
        }
        var json = RecordJson.Write(record);
        var hash = RecordBlock.HashOf(json);
        var source = write.Source ?? standing?.Source ?? ImportOptions.ApiSource;
        var outcome = new WriteOutcome(WriteStatus.Unchanged, record.Id) { Json = json, Source = source };
        if (standing is not null && standing.Hash == hash && standing.Source == source)
            return outcome;
        Titles.Add(record);
        Change(record.Id, standing, new Standing(record, json, source, hash, WasThere(record.Id, standing)));
        return outcome with
        {
            Status = standing is null ? WriteStatus.Added : WriteStatus.Updated,
            SampleRemoved = MakeRoom(write, source),
        };
    }

    private WriteOutcome Patch(PatchRecord patch, Standing? standing)
    {
        if (standing is null)
            return Refused(WriteStatus.NotFound, patch, $"There is no record {patch.Id}.");
        var (patched, fault) = MergePatch.Apply(standing.Json, patch.Patch);
        if (patched is null)
            return Refused(WriteStatus.Invalid, patch, fault!);
        var parsed = RecordJson.Parse(patched);
        if (!parsed.IsRecord)
            return Refused(WriteStatus.Invalid, patch, $"The patched record cannot be used: {parsed.Fault}.");
        return parsed.Id == patch.Id
            ? Put(patch, parsed.Record, standing)
            : Refused(WriteStatus.Invalid, patch, "A patch cannot change the id of a record.");
    }

    private WriteOutcome Delete(RecordWrite write, Standing? standing)
    {
        if (standing is null)
            return Refused(WriteStatus.NotFound, write, $"There is no record {write.Id}.");
        var gone = new Standing(null, default, standing.Source, 0, WasThere(write.Id, standing));
        Change(write.Id, standing, gone);
        return new WriteOutcome(WriteStatus.Removed, write.Id) { Source = standing.Source };
    }

    private void Change(string id, Standing? old, Standing changedTo)
    {
        if (old?.Record is { } record)
            Titles.Add(record);
        changed[id] = changedTo;
    }

    // The first record of one's own makes the sample go, as it does with an import.
    private int MakeRoom(RecordWrite write, string source)
    {
        if (sampleMadeRoom || !onlySampleWasThere || write.KeepSample || source == ImportOptions.SampleSource)
            return 0;
        sampleMadeRoom = true;
        var sample = before.AllHeads().Where(head => !changed.ContainsKey(head.Id)).ToList();
        foreach (var head in sample)
            Change(head.Id, Of(head), new Standing(null, default, head.Source, 0, WasThere: true));
        return sample.Count;
    }

    private static WriteOutcome Refused(WriteStatus status, RecordWrite write, string fault) =>
        new(status, write.Id) { Fault = fault };

    private static bool IsForeign(RecordWrite write, Standing standing) =>
        write.Source is not null
        && !write.TakeOver
        && standing.Source != write.Source
        && standing.Source != ImportOptions.SampleSource;

    private bool WasThere(string id, Standing? standing) =>
        standing?.WasThere ?? (changed.TryGetValue(id, out var gone) && gone.WasThere);

    /// <summary>The record as the writes so far leave it; null when there is none.</summary>
    private Standing? Find(string id)
    {
        if (changed.TryGetValue(id, out var standing))
            return standing.Record is null ? null : standing;
        return before.Find(id) is { } head ? Of(head) : null;
    }

    private static Standing Of(RecordHead head)
    {
        var record = head.ReadWhole();
        return new Standing(record, RecordJson.Write(record), head.Source, head.Hash, WasThere: true);
    }

    /// <summary>A record as it stands between two writes; without <see cref="Record"/> it has gone.</summary>
    private sealed record Standing(Record? Record, ReadOnlyMemory<byte> Json, string Source, long Hash, bool WasThere);
}
