using System.Text;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>Values of a field that holds whole texts.</summary>
internal sealed class ValueFacet(
    IndexSnapshot snapshot,
    ValueField field,
    Func<RecordFilter, IReadOnlyList<string>> selected
) : FacetSource
{
    private readonly FacetOrdinals ordinals = snapshot.FacetOrdinals(field);

    public override int Count => ordinals.Count;

    public override void Tally(int segment, ReadOnlySpan<int> docs, FixedBitSet? passing, int[] counts)
    {
        var column = ordinals.Column(segment);
        var numbers = ordinals.OfSegment(segment);
        var single = 0;
        foreach (var doc in docs)
        {
            if (passing is not null && !passing.Get(doc))
                continue;
            foreach (var ordinal in column.Of(doc, ref single))
                counts[numbers is null ? ordinal : numbers[ordinal]]++;
        }
    }

    public override void Collect(int segment, int doc, List<int> numbers)
    {
        var ofSegment = ordinals.OfSegment(segment);
        var single = 0;
        foreach (var ordinal in ordinals.Column(segment).Of(doc, ref single))
            numbers.Add(ofSegment is null ? ordinal : ofSegment[ordinal]);
    }

    public override string Value(int number) => ordinals.Value(number);

    public override FacetSelection Selection(RecordFilter filter)
    {
        var terms = new ValueTerms(snapshot.IndexReader);
        var numbers = new HashSet<int>();
        var unknown = new List<string>();
        foreach (var value in selected(filter))
        {
            var term = terms.Of(field, value);
            var found = term.Field == field.Exact ? Exactly(term.Bytes) : Folded(term);
            numbers.UnionWith(found);
            if (found.Count == 0)
                unknown.Add(ValueTerms.Normalise(field, value));
        }
        return new FacetSelection(numbers, [.. numbers], [.. unknown.Distinct(StringComparer.Ordinal)]);
    }

    private IReadOnlyCollection<int> Exactly(BytesRef value) =>
        ordinals.Find(value.AsSpan()) is { } ordinal ? [ordinal] : [];

    // All values that differ from the one that is asked for in nothing but case and accents. Only documents that have one
    // of them are looked at, for folding every value of the collection would take longer than the search.
    private HashSet<int> Folded(Lucene.Net.Index.Term term)
    {
        var seen = new HashSet<int>();
        var ofOne = new List<int>();
        foreach (var leaf in snapshot.Segments)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(term) is not { } postings)
                continue;
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
            {
                ofOne.Clear();
                Collect(leaf.Ord, doc, ofOne);
                seen.UnionWith(ofOne);
            }
        }
        var folded = Encoding.UTF8.GetString(term.Bytes.AsSpan());
        seen.RemoveWhere(number => RecordBlock.Term(FoldedText.Of(Value(number))) != folded);
        return seen;
    }
}
