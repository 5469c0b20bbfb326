using Lucene.Net.Index;
using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Engine.Indexing;

/// <summary>One record to write, or to remove when <see cref="Record"/> is null.</summary>
internal sealed record RecordChange(string Id, string Source, Record? Record, long Hash, bool IsNew);

/// <summary>Decides for each item of an import what happens to it, and counts.</summary>
internal sealed class ImportPlan(string source, ImportOptions options, RecordLookup before)
{
    private const int ItemsBetweenReports = 200;

    private readonly List<RefusedRecord> refused = [];
    private readonly List<SourceNote> notes = [];
    private readonly IdSet seen = new();
    private readonly bool indexWasEmpty = !before.AllHeads().Any();
    private readonly bool onlySampleWasThere =
        source != ImportOptions.SampleSource
        && before.AllHeads().Any()
        && before.AllHeads().All(head => head.Source == ImportOptions.SampleSource);

    private ImportSummary counts = new();
    private bool refusedUnknownId;

    /// <summary>Titles whose works may have changed.</summary>
    public TouchedTitles Titles { get; } = new();

    /// <summary>What happened so far.</summary>
    public ImportSummary Summary => counts with { Refused = [.. refused], Notes = [.. notes] };

    /// <summary>Whether there is anything to commit.</summary>
    public bool HasChanges => counts.Added + counts.Updated + counts.Removed + counts.SampleRemoved > 0;

    /// <summary>What to write, in the order of the items. Enumerate once, then ask for <see cref="Removals"/>.</summary>
    public IEnumerable<RecordChange> Changes(IEnumerable<ImportItem> items, IProgress<ImportSummary>? progress)
    {
        foreach (var item in items)
        {
            if (counts.Read % ItemsBetweenReports == 0)
                progress?.Report(counts);
            var change = item switch
            {
                RefusedRecord refusal => Refuse(refusal),
                ImportedRecord imported => Plan(imported),
                SourceNote note => Keep(note),
                _ => throw new InvalidOperationException($"An importer gave a {item.GetType().Name}."),
            };
            if (change is not null)
                yield return change;
        }
    }

    /// <summary>What to remove: the sample, and with pruning what the source no longer has.</summary>
    public IEnumerable<RecordChange> Removals()
    {
        if (onlySampleWasThere && !options.KeepSample && counts.Added + counts.Updated > 0)
        {
            foreach (var head in Vanished(ImportOptions.SampleSource))
            {
                counts = counts with { SampleRemoved = counts.SampleRemoved + 1 };
                yield return Removal(head);
            }
        }
        if (!options.Prune)
            yield break;
        if (refusedUnknownId)
        {
            counts = counts with { PruneSkipped = true };
            yield break;
        }
        foreach (var head in options.PruneOnly is null ? Vanished(source) : Vanished(options.PruneOnly))
        {
            counts = counts with { Removed = counts.Removed + 1 };
            yield return Removal(head);
        }
    }

    private RecordChange? Keep(SourceNote note)
    {
        counts = counts with { NoteCount = counts.NoteCount + 1 };
        if (notes.Count < ImportSummary.MaxRefusedKept)
            notes.Add(note);
        return null;
    }

    private IEnumerable<RecordHead> Vanished(string owner) =>
        before.Heads(new Term(IndexFields.Source, owner)).Where(head => !seen.Contains(head.Id));

    private IEnumerable<RecordHead> Vanished(IReadOnlyCollection<string> ids) =>
        ids.Where(id => !seen.Contains(id))
            .Select(before.Find)
            .OfType<RecordHead>()
            .Where(head => head.Source == source);

    private RecordChange Removal(RecordHead head)
    {
        Titles.Add(head.Read());
        return new RecordChange(head.Id, head.Source, null, 0, IsNew: false);
    }

    private RecordChange? Refuse(RefusedRecord refusal)
    {
        counts = counts with { RefusedCount = counts.RefusedCount + 1 };
        if (refused.Count < ImportSummary.MaxRefusedKept)
            refused.Add(refusal);
        // A record that has become unusable has not vanished: its last good form stays.
        if (refusal.Id is null || refusal.RestIsUnread)
            refusedUnknownId = true;
        if (refusal.Id is not null)
            seen.Add(refusal.Id);
        return null;
    }

    private RecordChange? Plan(ImportedRecord imported)
    {
        var record = imported.Record;
        foreach (var note in imported.Notes)
            Keep(new SourceNote(imported.Position, note));
        if (!seen.Add(record.Id))
            return Refuse(
                new RefusedRecord(imported.Position, record.Id, $"An earlier record has the same id, {record.Id}.")
            );
        var existing = indexWasEmpty ? null : before.Find(record.Id);
        if (existing is { } owned && IsForeign(owned))
        {
            var reason =
                $"The record {record.Id} belongs to the source {owned.Source} (id_owned_by). "
                + "Give it another id, or index with --take-over.";
            return Refuse(new RefusedRecord(imported.Position, record.Id, reason));
        }
        var hash = RecordBlock.HashOf(record);
        if (existing is { } same && same.Hash == hash && same.Source == source)
        {
            counts = counts with { Unchanged = counts.Unchanged + 1 };
            return null;
        }
        return Write(record, hash, existing);
    }

    private RecordChange Write(Record record, long hash, RecordHead? existing)
    {
        Titles.Add(record);
        if (existing is { } old)
            Titles.Add(old.Read());
        counts = counts with
        {
            Added = counts.Added + (existing is null ? 1 : 0),
            Updated = counts.Updated + (existing is null ? 0 : 1),
            Passages = counts.Passages + (record is Interview interview ? interview.Passages.Count : 0),
        };
        return new RecordChange(record.Id, source, record, hash, IsNew: existing is null);
    }

    // A record of the sample gives way to a real one of the same id.
    private bool IsForeign(RecordHead owned) =>
        !options.TakeOver && owned.Source != source && owned.Source != ImportOptions.SampleSource;
}
