using CsCheck;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class HighlightRangeTests
{
    [Fact]
    public void Overlapping_ranges_are_joined_in_order() =>
        Assert.Equal([new(0, 3), new(5, 9)], HighlightRange.Merge([new(5, 9), new(0, 2), new(1, 3)]));

    [Fact]
    public void Ranges_that_only_touch_stay_apart() =>
        Assert.Equal([new HighlightRange(0, 2), new(2, 4)], HighlightRange.Merge([new(0, 2), new(2, 4)]));

    [Fact]
    public void A_range_inside_another_adds_nothing() =>
        Assert.Equal([new HighlightRange(0, 9)], HighlightRange.Merge([new(2, 4), new(0, 9), new(2, 4)]));

    [Fact]
    public void Merged_ranges_cover_what_was_covered_before_and_are_apart() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 8], (start, length) => new HighlightRange(start, start + length))
            .List[0, 12]
            .Sample(ranges =>
            {
                var merged = HighlightRange.Merge(ranges);
                Assert.Equal(Covered(ranges), Covered(merged));
                Assert.All(merged.Zip(merged.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            });

    private static SortedSet<int> Covered(IEnumerable<HighlightRange> ranges) =>
        [.. ranges.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start))];
}
