using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Restriction = Search.Engine.Searching.Restriction;

namespace Search.Engine.Suggesting;

/// <summary>
/// The records that searches find now, while the suggestions are still those of an earlier commit. Nothing is suggested that
/// would lead to none of them.
/// </summary>
internal sealed class LiveRecords
{
    private readonly IndexSnapshot snapshot;
    private readonly IReadOnlyList<Restriction> restrictions;
    private readonly FilterBits passing;
    private readonly RecordLookup lookup;

    /// <param name="snapshot">What searches answer from.</param>
    /// <param name="filter">What a record must be to count.</param>
    public LiveRecords(IndexSnapshot snapshot, RecordFilter filter)
    {
        this.snapshot = snapshot;
        restrictions = Restriction.Of(filter, []);
        passing = new FilterBits(snapshot, restrictions);
        lookup = new RecordLookup(snapshot.IndexReader);
    }

    /// <summary>What a list shows of a record; null when there is none with this id that passes.</summary>
    public Caption? Find(string id)
    {
        if (lookup.Find(id) is not { } head || passing.Of(head.Leaf) is { } bits && !bits.Get(head.Doc))
            return null;
        return snapshot.ReadCaption(head.GlobalDoc);
    }

    /// <summary>How many works have a name, as a filter by it would count them.</summary>
    public int CountWorks(FilterField field, string name)
    {
        var named = new Restriction(null, new TextCondition(field, [name]));
        var bits = new FilterBits(snapshot, [.. restrictions, named]);
        var works = new HashSet<int>();
        foreach (var leaf in snapshot.Segments)
        {
            var live = leaf.AtomicReader.LiveDocs;
            var found = bits.Of(leaf)!; // There is a restriction.
            for (var doc = Next(found, 0); doc >= 0; doc = Next(found, doc + 1))
            {
                if (snapshot.Columns(leaf.Ord).Part(doc) == 0 && (live is null || live.Get(doc)))
                    works.Add(snapshot.WorkOfHead(leaf.DocBase + doc));
            }
        }
        return works.Count;
    }

    private static int Next(Lucene.Net.Util.FixedBitSet bits, int from) =>
        from < bits.Length ? bits.NextSetBit(from) : -1;
}
