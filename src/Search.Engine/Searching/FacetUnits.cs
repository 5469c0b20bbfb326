using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Documents;

namespace Search.Engine.Searching;

/// <summary>
/// The documents that stand for the hits of a query while facets are counted. All documents of a record have the same values and
/// pass the same filters, so its head stands for it.
/// </summary>
internal sealed class FacetUnits(IndexSnapshot snapshot, FixedBitSet matched, HitGroup group)
{
    private readonly Dictionary<int, List<(int Segment, int Head)>> sharedWorks = [];

    /// <summary>Works of several records of which one matches at least, once all segments have been gone through.</summary>
    public IReadOnlyCollection<List<(int Segment, int Head)>> SharedWorks => sharedWorks.Values;

    /// <summary>Puts the documents of a segment that are hits by themselves into <paramref name="docs"/>; gives their number.</summary>
    public int Fill(AtomicReaderContext leaf, Span<int> docs) =>
        group switch
        {
            HitGroup.Work or HitGroup.Record => FillRecords(leaf, docs),
            HitGroup.Passage or HitGroup.Answer => FillDocuments(leaf, docs),
            _ => throw new InvalidOperationException($"No grouping {group}."),
        };

    private int FillRecords(AtomicReaderContext leaf, Span<int> docs)
    {
        var columns = snapshot.Columns(leaf.Ord);
        var count = 0;
        var last = -1;
        for (var doc = Next(leaf, 0); doc >= 0; doc = Next(leaf, doc + 1))
        {
            var head = columns.Head(doc);
            if (head == last)
                continue;
            last = head;
            if (group == HitGroup.Record || !IsShared(leaf, head))
                docs[count++] = head;
        }
        return count;
    }

    private bool IsShared(AtomicReaderContext leaf, int head)
    {
        if (!snapshot.SharesWork(leaf.DocBase + head))
            return false;
        var work = snapshot.WorkOfHead(leaf.DocBase + head);
        if (!sharedWorks.TryGetValue(work, out var records))
            sharedWorks[work] = records = [];
        records.Add((leaf.Ord, head));
        return true;
    }

    private int FillDocuments(AtomicReaderContext leaf, Span<int> docs)
    {
        var columns = snapshot.Columns(leaf.Ord);
        var takesTalks = group == HitGroup.Passage;
        var count = 0;
        for (var doc = Next(leaf, 0); doc >= 0; doc = Next(leaf, doc + 1))
        {
            if (columns.Part(doc) > 0 || (takesTalks && columns.Kind(doc) == (byte)RecordKind.Talk))
                docs[count++] = doc;
        }
        return count;
    }

    // In the numbers of the segment; -1 behind the last.
    private int Next(AtomicReaderContext leaf, int doc)
    {
        var from = leaf.DocBase + doc;
        if (doc >= leaf.AtomicReader.MaxDoc || from >= matched.Length)
            return -1;
        var next = matched.NextSetBit(from) - leaf.DocBase;
        return next < leaf.AtomicReader.MaxDoc ? next : -1;
    }
}
