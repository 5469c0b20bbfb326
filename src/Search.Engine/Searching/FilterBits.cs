using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Searching;

/// <summary>The documents of a snapshot that pass all restrictions of one request, as bits by segment.</summary>
internal sealed class FilterBits(IndexSnapshot snapshot, IReadOnlyList<Restriction> restrictions)
{
    private readonly ConditionBits conditions = new(snapshot);
    private readonly SegmentBits?[] bySegment = new SegmentBits?[snapshot.Segments.Count];

    /// <summary>True when every document passes.</summary>
    public bool IsEmpty => restrictions.Count == 0;

    /// <summary>Null when every document of the segment passes. Not to be changed.</summary>
    public FixedBitSet? Of(AtomicReaderContext leaf) => Segment(leaf).WithoutSelectionOf(null);

    /// <summary>The same when nothing were selected in a facet.</summary>
    public FixedBitSet? Of(AtomicReaderContext leaf, FacetField withoutSelection) =>
        Segment(leaf).WithoutSelectionOf(withoutSelection);

    private SegmentBits Segment(AtomicReaderContext leaf) =>
        bySegment[leaf.Ord] ??= new SegmentBits([
            .. restrictions.Select(restriction => (restriction.IgnoredBy, conditions.Of(leaf, restriction.Condition))),
        ]);

    /// <summary>Each restriction's bits, of which every facet takes all but its own.</summary>
    private sealed class SegmentBits(IReadOnlyList<(FacetField? IgnoredBy, FixedBitSet Bits)> parts)
    {
        private readonly FixedBitSet? all = Intersect(parts.Select(part => part.Bits));
        private readonly Dictionary<FacetField, FixedBitSet?> others = [];

        public FixedBitSet? WithoutSelectionOf(FacetField? facet)
        {
            if (facet is not { } field || parts.All(part => part.IgnoredBy != field))
                return all;
            if (others.TryGetValue(field, out var bits))
                return bits;
            return others[field] = Intersect(parts.Where(part => part.IgnoredBy != field).Select(part => part.Bits));
        }

        private static FixedBitSet? Intersect(IEnumerable<FixedBitSet> parts)
        {
            FixedBitSet? bits = null;
            foreach (var part in parts)
            {
                if (bits is null)
                    bits = part.Clone();
                else
                    bits.And(part);
            }
            return bits;
        }
    }
}
