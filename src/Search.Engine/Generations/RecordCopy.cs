using Lucene.Net.Index;
using Search.Engine.Indexing;

namespace Search.Engine.Generations;

/// <summary>Brings records from one generation into another.</summary>
internal static class RecordCopy
{
    /// <summary>What must change in <paramref name="target"/> so that it holds these records as <paramref name="source"/> does.</summary>
    public static IEnumerable<RecordChange> Changes(
        IEnumerable<string> ids,
        DirectoryReader source,
        DirectoryReader target,
        TouchedTitles titles
    )
    {
        var (there, here) = (new RecordLookup(source), new RecordLookup(target));
        foreach (var id in ids)
        {
            if (Change(id, there.Find(id), here.Find(id), titles) is { } change)
                yield return change;
        }
    }

    /// <summary>The ids of all records that differ between two generations, be it by content, owner, or being there.</summary>
    public static IReadOnlyList<string> Differing(DirectoryReader source, DirectoryReader target)
    {
        var (there, here) = (new RecordLookup(source), new RecordLookup(target));
        return
        [
            .. there.AllHeads().Where(head => !IsSame(head, here.Find(head.Id))).Select(head => head.Id),
            .. here.AllHeads().Where(head => there.Find(head.Id) is null).Select(head => head.Id),
        ];
    }

    /// <summary>A record as it is put into an empty generation.</summary>
    public static RecordChange Whole(RecordHead head)
    {
        var record = head.ReadWhole();
        return new RecordChange(head.Id, head.Source, record, RecordBlock.HashOf(record), IsNew: true);
    }

    private static RecordChange? Change(string id, RecordHead? there, RecordHead? here, TouchedTitles titles)
    {
        if (here is { } old)
            titles.Add(old.Read());
        if (there is not { } head)
            return here is null ? null : new RecordChange(id, here.Value.Source, null, 0, IsNew: false);
        if (IsSame(head, here))
            return null;
        var change = Whole(head);
        titles.Add(change.Record!);
        return change with { IsNew = here is null };
    }

    private static bool IsSame(RecordHead head, RecordHead? other) =>
        other is { } same && same.Hash == head.Hash && same.Source == head.Source;
}
