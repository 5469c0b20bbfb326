using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>
/// The columns of one segment that every search reads, as arrays: reading them through the index costs a virtual call and
/// a buffer each. About 9 bytes a document, and what <see cref="FacetColumn"/> says for each field whose values are counted.
/// </summary>
internal sealed class SegmentColumns
{
    private readonly int[] parts;
    private readonly int[] dates;
    private readonly byte[] kinds;
    private readonly Dictionary<ValueField, FacetColumn> facetColumns = [];

    public SegmentColumns(AtomicReader segment)
    {
        parts = Read(segment, IndexFields.Part);
        dates = Read(segment, IndexFields.Date);
        NewestDate = dates.DefaultIfEmpty(0).Max();
        kinds = Array.ConvertAll(Read(segment, IndexFields.Kind), kind => (byte)kind);
    }

    /// <summary>yyyymmdd, deleted records included.</summary>
    public int NewestDate { get; }

    /// <summary>0 for a head, N for the Nth passage behind it.</summary>
    public int Part(int doc) => parts[doc];

    /// <summary>The record's head.</summary>
    public int Head(int doc) => doc - parts[doc];

    /// <summary>yyyymmdd, 0 without a date.</summary>
    public int Date(int doc) => dates[doc];

    /// <summary><see cref="Documents.RecordKind"/> as a number.</summary>
    public byte Kind(int doc) => kinds[doc];

    /// <summary>All dates, by document.</summary>
    public ReadOnlySpan<int> Dates => dates;

    /// <summary>All kinds, by document.</summary>
    public ReadOnlySpan<byte> Kinds => kinds;

    /// <summary>The values of a field, read when first asked for.</summary>
    /// <param name="field">The field.</param>
    /// <param name="segment">A reader of this segment that is open.</param>
    public FacetColumn Values(ValueField field, AtomicReader segment)
    {
        lock (facetColumns)
        {
            if (!facetColumns.TryGetValue(field, out var column))
                facetColumns[field] = column = new FacetColumnReader(segment, field, this).Read();
            return column;
        }
    }

    private static int[] Read(AtomicReader segment, string field)
    {
        var values = segment.GetNumericDocValues(field);
        var column = new int[segment.MaxDoc];
        for (var doc = 0; doc < column.Length; doc++)
            column[doc] = (int)values.Get(doc);
        return column;
    }
}

/// <summary>Columns by segment: segments do not change but for deletions and works, so their columns outlive a refresh.</summary>
internal sealed class SegmentColumnCache
{
    private readonly ConditionalWeakTable<object, SegmentColumns> byCore = [];

    /// <summary>The columns of a segment, read once.</summary>
    public SegmentColumns Of(AtomicReader segment) =>
        byCore.GetValue(segment.CoreCacheKey, _ => new SegmentColumns(segment));
}
