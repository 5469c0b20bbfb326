using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>The documents of a snapshot that pass a <see cref="RecordFilter"/>, as bits by segment.</summary>
internal sealed class FilterBits(IndexSnapshot snapshot, RecordFilter filter, IReadOnlyList<QueryFilter> typed)
{
    private const int Newest = 9999_12_31;

    /// <summary>True when every document passes.</summary>
    public bool IsEmpty => !HasColumnFilter && !Values().Any();

    /// <summary>Null when every document of the segment passes.</summary>
    public FixedBitSet? Of(AtomicReaderContext leaf)
    {
        FixedBitSet? passing = null;
        foreach (var (field, values) in Values())
            passing = Intersect(passing, WithAnyOf(leaf, field, values));
        if (HasColumnFilter)
            passing = Intersect(passing, PassingColumns(leaf));
        return passing;
    }

    private bool HasColumnFilter =>
        filter.Kinds.Count > 0
        || filter.Years.Count > 0
        || filter.From is not null
        || filter.To is not null
        || typed.Count > 0;

    private IEnumerable<(ValueField Field, IReadOnlyList<string> Values)> Values()
    {
        (ValueField, IReadOnlyList<string>)[] all =
        [
            (IndexFields.Topic, filter.Topics),
            (IndexFields.Speaker, filter.Speakers),
            (IndexFields.Event, filter.Events),
            (
                IndexFields.Language,
                [.. filter.Languages.Select(language => LanguageCode.Normalise(language) ?? language)]
            ),
        ];
        return all.Where(pair => pair.Item2.Count > 0);
    }

    private FixedBitSet WithAnyOf(AtomicReaderContext leaf, ValueField field, IReadOnlyList<string> values)
    {
        var passing = new FixedBitSet(leaf.AtomicReader.MaxDoc);
        foreach (var value in values)
        {
            var postings = leaf.AtomicReader.GetTermDocsEnum(TermFor(field, value));
            if (postings is null)
                continue;
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
                passing.Set(doc);
        }
        return passing;
    }

    // A value that stands in the index just so means just that; else case and accents are ignored.
    private Term TermFor(ValueField field, string value)
    {
        var exact = new Term(field.Exact, RecordBlock.Term(value.Trim()));
        return snapshot.IndexReader.DocFreq(exact) > 0
            ? exact
            : new Term(field.Folded, RecordBlock.Term(FoldedText.Of(value)));
    }

    private FixedBitSet PassingColumns(AtomicReaderContext leaf)
    {
        var columns = snapshot.Columns(leaf.Ord);
        var passing = new FixedBitSet(leaf.AtomicReader.MaxDoc);
        for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
        {
            if (Passes((RecordKind)columns.Kind(doc), columns.Date(doc)))
                passing.Set(doc);
        }
        return passing;
    }

    private bool Passes(RecordKind kind, int date) =>
        (filter.Kinds.Count == 0 || filter.Kinds.Contains(kind))
        && (filter.Years.Count == 0 || filter.Years.Any(years => Holds(years, date)))
        && IsBetween(date)
        && typed.All(restriction => Passes(restriction, kind, date));

    private bool IsBetween(int date) =>
        (filter.From is null && filter.To is null)
        || (date != 0 && date >= (filter.From?.FirstDay ?? 0) && date <= (filter.To?.LastDay ?? Newest));

    private static bool Passes(QueryFilter restriction, RecordKind kind, int date) =>
        restriction switch
        {
            KindFilter wanted => (kind == wanted.Kind) != wanted.Excluded,
            YearFilter wanted => Holds(wanted.Years, date) != wanted.Excluded,
            AnyFilter wanted => wanted.Alternatives.Any(alternative => Passes(alternative, kind, date)),
            _ => throw new InvalidOperationException($"No meaning for {restriction.GetType().Name}."),
        };

    private static bool Holds(YearRange years, int date) =>
        date != 0 && date / 10_000 >= years.First && date / 10_000 <= years.Last;

    private static FixedBitSet Intersect(FixedBitSet? left, FixedBitSet right)
    {
        left?.And(right);
        return left ?? right;
    }
}
