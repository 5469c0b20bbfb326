using Lucene.Net.Util;
using Search.Engine.Documents;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>Kinds, numbered in the order of their names.</summary>
internal sealed class KindFacet(IndexSnapshot snapshot) : FacetSource
{
    private static readonly RecordKind[] ByName = [RecordKind.Interview, RecordKind.Talk];

    public override int Count => ByName.Length;

    public override void Tally(int segment, ReadOnlySpan<int> docs, FixedBitSet? passing, int[] counts)
    {
        var kinds = snapshot.Columns(segment).Kinds;
        foreach (var doc in docs)
        {
            if (passing is null || passing.Get(doc))
                counts[NumberOf(kinds[doc])]++;
        }
    }

    public override void Collect(int segment, int doc, List<int> numbers) =>
        numbers.Add(NumberOf(snapshot.Columns(segment).Kind(doc)));

    public override string Value(int number) => KindNames.Write(ByName[number]);

    public override FacetSelection Selection(RecordFilter filter)
    {
        var numbers = filter.Kinds.Select(kind => NumberOf((byte)kind)).ToHashSet();
        return new FacetSelection(numbers, [.. numbers], []);
    }

    private static int NumberOf(byte kind) => kind == (byte)RecordKind.Interview ? 0 : 1;
}
