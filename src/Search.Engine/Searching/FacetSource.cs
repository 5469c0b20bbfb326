using Lucene.Net.Util;

namespace Search.Engine.Searching;

/// <summary>Where the values of a facet come from. Values are numbered; equal counts are listed in the order of the numbers.</summary>
internal abstract class FacetSource
{
    /// <summary>Numbers of values are less.</summary>
    public abstract int Count { get; }

    /// <summary>The source of a field's values.</summary>
    public static FacetSource Of(IndexSnapshot snapshot, FacetField field) =>
        field switch
        {
            FacetField.Kind => new KindFacet(snapshot),
            FacetField.Year => new YearFacet(snapshot),
            FacetField.Topic => new ValueFacet(snapshot, Indexing.IndexFields.Topic, filter => filter.Topics),
            FacetField.Speaker => new ValueFacet(snapshot, Indexing.IndexFields.Speaker, filter => filter.Speakers),
            FacetField.Event => new ValueFacet(snapshot, Indexing.IndexFields.Event, filter => filter.Events),
            FacetField.Language => new ValueFacet(snapshot, Indexing.IndexFields.Language, filter => filter.Languages),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

    /// <summary>Adds one for each value of each document that passes.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    /// <param name="docs">Documents of the segment.</param>
    /// <param name="passing">Null when all pass.</param>
    /// <param name="counts">By number of the value.</param>
    public abstract void Tally(int segment, ReadOnlySpan<int> docs, FixedBitSet? passing, int[] counts);

    /// <summary>Adds the numbers of a document's values to a list.</summary>
    public abstract void Collect(int segment, int doc, List<int> numbers);

    /// <summary>The value of a number.</summary>
    public abstract string Value(int number);

    /// <summary>What a filter selects of this field.</summary>
    public abstract FacetSelection Selection(RecordFilter filter);
}

/// <summary>The selected values of a facet.</summary>
/// <param name="Numbers">Every value that the selection lets through.</param>
/// <param name="Listed">Those of them that are listed even when they would leave nothing.</param>
/// <param name="Unknown">Selected values that no record has, as they were given.</param>
internal sealed record FacetSelection(
    IReadOnlySet<int> Numbers,
    IReadOnlyList<int> Listed,
    IReadOnlyList<string> Unknown
);
