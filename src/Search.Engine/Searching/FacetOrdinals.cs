using System.Text;

namespace Search.Engine.Searching;

/// <summary>
/// The distinct values of a field in a whole snapshot, numbered in the order of their UTF-8: what the ordinals of each segment
/// mean together. With one segment its own ordinals serve; else 8 bytes a value and 4 a value and segment.
/// </summary>
internal sealed class FacetOrdinals
{
    private readonly IReadOnlyList<FacetColumn> columns;
    private readonly int[]?[] ofSegment;
    private readonly List<(int Segment, int Ordinal)> places;

    public FacetOrdinals(IReadOnlyList<FacetColumn> columns)
    {
        this.columns = columns;
        ofSegment = new int[]?[columns.Count];
        places = columns.Count > 1 ? Merge() : [];
        Count = columns.Count > 1 ? places.Count : columns.Sum(column => column.Count);
    }

    /// <summary>Distinct values; ordinals are less.</summary>
    public int Count { get; }

    /// <summary>The values of a segment's documents.</summary>
    public FacetColumn Column(int segment) => columns[segment];

    /// <summary>What each ordinal of a segment is here; null when it is the same.</summary>
    public int[]? OfSegment(int segment) => ofSegment[segment];

    /// <summary>The value itself.</summary>
    public string Value(int ordinal) => Encoding.UTF8.GetString(Utf8(ordinal));

    /// <summary>The ordinal of a value; null when no document has it.</summary>
    public int? Find(ReadOnlySpan<byte> value)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Utf8(middle).SequenceCompareTo(value);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }

    private ReadOnlySpan<byte> Utf8(int ordinal)
    {
        if (columns.Count == 1)
            return columns[0].Value(ordinal);
        var (segment, own) = places[ordinal];
        return columns[segment].Value(own);
    }

    // Each segment's values are in order; the least of their next values is always the next of all.
    private List<(int Segment, int Ordinal)> Merge()
    {
        var merged = new List<(int Segment, int Ordinal)>();
        var order = Comparer<(int Segment, int Ordinal)>.Create(
            (x, y) => columns[x.Segment].Value(x.Ordinal).SequenceCompareTo(columns[y.Segment].Value(y.Ordinal))
        );
        var next = new PriorityQueue<(int Segment, int Ordinal), (int Segment, int Ordinal)>(order);
        for (var segment = 0; segment < columns.Count; segment++)
        {
            ofSegment[segment] = new int[columns[segment].Count];
            if (columns[segment].Count > 0)
                next.Enqueue((segment, 0), (segment, 0));
        }
        while (next.TryDequeue(out var least, out _))
        {
            if (merged.Count == 0 || order.Compare(merged[^1], least) != 0)
                merged.Add(least);
            ofSegment[least.Segment]![least.Ordinal] = merged.Count - 1; // Made above.
            var following = (least.Segment, Ordinal: least.Ordinal + 1);
            if (following.Ordinal < columns[least.Segment].Count)
                next.Enqueue(following, following);
        }
        return merged;
    }
}
