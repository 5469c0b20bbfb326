using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>The documents of a segment for which a condition holds; a passage has the fields of its interview.</summary>
internal sealed class ConditionBits(IndexSnapshot snapshot)
{
    private const int DocsPerWord = 64;

    private readonly ValueTerms terms = new(snapshot.IndexReader);

    /// <summary>Bits of the segment's own, which the caller may change. Deleted documents may be among them.</summary>
    public FixedBitSet Of(AtomicReaderContext leaf, FilterNode condition) =>
        condition switch
        {
            FilterAll all => Combine(leaf, all.Parts, static (left, right) => left.And(right)),
            FilterAny any => Combine(leaf, any.Alternatives, static (left, right) => left.Or(right)),
            FilterNot not => Flip(Of(leaf, not.Part)),
            KindCondition kind => OfKinds(leaf, kind.Kinds),
            TextCondition text => OfValues(leaf, ValueTerms.FieldOf(text.Field), text.Values),
            YearCondition year => OfDays(leaf, year.Years.Select(DaysOf)),
            DateCondition date => OfDays(leaf, date.Days),
            ExistsCondition exists => OfExisting(leaf, exists.Field),
            _ => throw new InvalidOperationException($"No meaning for {condition.GetType().Name}."),
        };

    private static DayRange DaysOf(YearRange years) =>
        new((years.First * 10_000) + 1_01, (years.Last * 10_000) + 12_31);

    private FixedBitSet Combine(
        AtomicReaderContext leaf,
        IReadOnlyList<FilterNode> parts,
        Action<FixedBitSet, FixedBitSet> combine
    )
    {
        var bits = Of(leaf, parts[0]);
        foreach (var part in parts.Skip(1))
            combine(bits, Of(leaf, part));
        return bits;
    }

    private static FixedBitSet Flip(FixedBitSet bits)
    {
        bits.Flip(0, bits.Length);
        return bits;
    }

    private FixedBitSet OfValues(AtomicReaderContext leaf, ValueField field, IReadOnlyList<string> values)
    {
        var bits = Empty(leaf);
        foreach (var value in values)
        {
            var postings = leaf.AtomicReader.GetTermDocsEnum(terms.Of(field, value));
            if (postings is null)
                continue;
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
                bits.Set(doc);
        }
        return bits;
    }

    private FixedBitSet OfExisting(AtomicReaderContext leaf, FilterField field)
    {
        if (field == FilterField.Kind)
            return Flip(Empty(leaf));
        if (field is FilterField.Year or FilterField.Date)
            return OfDays(leaf, [new DayRange(DayRange.FirstDay, DayRange.LastDay)]);
        var bits = Empty(leaf);
        var column = snapshot.Columns(leaf.Ord).Values(ValueTerms.FieldOf(field), leaf.AtomicReader);
        for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
        {
            if (column.HasValue(doc))
                bits.Set(doc);
        }
        return bits;
    }

    private FixedBitSet OfKinds(AtomicReaderContext leaf, IReadOnlyList<RecordKind> kinds)
    {
        var bits = Empty(leaf);
        var column = snapshot.Columns(leaf.Ord).Kinds;
        foreach (var kind in kinds)
        {
            for (var doc = 0; doc < column.Length; doc++)
            {
                if (column[doc] == (byte)kind)
                    bits.Set(doc);
            }
        }
        return bits;
    }

    private FixedBitSet OfDays(AtomicReaderContext leaf, IEnumerable<DayRange> ranges)
    {
        var bits = Empty(leaf);
        var dates = snapshot.Columns(leaf.Ord).Dates;
        foreach (var range in ranges)
            SetDays(bits, dates, range);
        return bits;
    }

    // Every document is looked at, so it is done a word of bits at a time and without branches. A record without a date
    // has 0, which no range holds.
    private static void SetDays(FixedBitSet bits, ReadOnlySpan<int> dates, DayRange range)
    {
        // from may come after to.
        if (range.Last < range.First)
            return;
        var words = bits.GetBits();
        var width = (uint)(range.Last - range.First);
        for (var start = 0; start < dates.Length; start += DocsPerWord)
        {
            var word = 0L;
            var length = Math.Min(DocsPerWord, dates.Length - start);
            for (var i = 0; i < length; i++)
                word |= (long)((uint)(dates[start + i] - range.First) <= width ? 1 : 0) << i;
            words[start / DocsPerWord] |= word;
        }
    }

    private static FixedBitSet Empty(AtomicReaderContext leaf) => new(leaf.AtomicReader.MaxDoc);
}
