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
    /// <param name="heads">The records.</param>
    /// <param name="passing">Which of them count.</param>
    public int CountWorks(PostingsReader heads, bool[] passing)
    {
        var works = 0;
        var lastWork = -1;
        for (var head = heads.Next(); head >= 0; head = heads.Next())
        {
            if (!passing[head])
                continue;
            var work = WorkOf(head);
            if (work != lastWork)
                works++;
            lastWork = work;
        }
        return works;
    }

    /// <summary>In how many works each number stands.</summary>
    /// <param name="rows">A row for each record.</param>
    /// <param name="count">How many numbers there are.</param>
    public int[] CountWorks(NumberRows rows, int count)
    {
        var works = new int[count];
        var lastWork = new int[count];
        Array.Fill(lastWork, -1);
        for (var head = 0; head < rows.Count; head++)
        {
            var work = WorkOf(head);
            foreach (var number in rows[head])
            {
                works[number] += lastWork[number] == work ? 0 : 1;
                lastWork[number] = work;
            }
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

    // The first record of the work.
    private int WorkOf(int head)
    {
        while (continuesWork[head])
            head--;
        return head;
    }
}
