using Lucene.Net.Util;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Suggesting;

/// <summary>The live records of a snapshot, by number; those of one work have neighbouring numbers.</summary>
internal sealed class HeadList
{
    private readonly IndexSnapshot snapshot;
    private readonly int[] docs;
    private readonly bool[] continuesWork;

    public HeadList(IndexSnapshot snapshot)
    {
        this.snapshot = snapshot;
        var found = new List<(int Doc, bool ContinuesWork)>();
        foreach (var head in new RecordLookup(snapshot.IndexReader).AllHeads())
        {
            if (snapshot.WorkOfHead(head.GlobalDoc) != head.GlobalDoc)
                continue;
            foreach (var doc in snapshot.HeadsOfWork(head.GlobalDoc))
                found.Add((doc, doc != head.GlobalDoc));
        }
        docs = [.. found.Select(pair => pair.Doc)];
        continuesWork = [.. found.Select(pair => pair.ContinuesWork)];
        Works = continuesWork.Count(continues => !continues);
    }

    public int Count => docs.Length;

    /// <summary>How many works the records are.</summary>
    public int Works { get; }

    /// <summary>The record's document in the snapshot.</summary>
    public int Doc(int head) => docs[head];

    /// <summary>Memory in bytes.</summary>
    public long Size => 5L * docs.Length;

    /// <summary>How many works these records are.</summary>
    /// <param name="heads">Ascending.</param>
    /// <param name="passing">Which of them count; null for all.</param>
    public int CountWorks(ReadOnlySpan<int> heads, bool[]? passing = null)
    {
        var works = 0;
        var firstOfWork = -1;
        foreach (var head in heads)
        {
            if (passing is not null && !passing[head])
                continue;
            var first = FirstOfWork(head);
            if (first != firstOfWork)
                works++;
            firstOfWork = first;
        }
        return works;
    }

    /// <summary>For each record whether it passes all restrictions.</summary>
    public bool[] Passing(IReadOnlyList<Restriction> restrictions)
    {
        var bits = new FilterBits(snapshot, restrictions);
        var bySegment = new FixedBitSet?[snapshot.Segments.Count];
        foreach (var leaf in snapshot.Segments)
            bySegment[leaf.Ord] = bits.Of(leaf);
        var passing = new bool[docs.Length];
        var (segment, first, end) = (0, 0, 0);
        for (var head = 0; head < docs.Length; head++)
        {
            var doc = docs[head];
            if (doc < first || doc >= end)
            {
                segment = snapshot.SegmentOf(doc);
                var leaf = snapshot.Segments[segment];
                (first, end) = (leaf.DocBase, leaf.DocBase + leaf.AtomicReader.MaxDoc);
            }
            passing[head] = bySegment[segment]?.Get(doc - first) ?? true;
        }
        return passing;
    }

    private int FirstOfWork(int head)
    {
        while (continuesWork[head])
            head--;
        return head;
    }
}
