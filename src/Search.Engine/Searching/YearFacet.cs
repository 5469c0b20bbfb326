using System.Globalization;
using Lucene.Net.Util;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>Years; each is its own number, and 0 stands for records without a date.</summary>
internal sealed class YearFacet(IndexSnapshot snapshot) : FacetSource
{
    private const int DateToYear = 10_000;

    public override int Count => 10_000;

    public override void Tally(int segment, ReadOnlySpan<int> docs, FixedBitSet? passing, int[] counts)
    {
        var dates = snapshot.Columns(segment).Dates;
        foreach (var doc in docs)
        {
            if (passing is null || passing.Get(doc))
                counts[dates[doc] / DateToYear]++;
        }
        counts[0] = 0;
    }

    public override void Collect(int segment, int doc, List<int> numbers)
    {
        if (snapshot.Columns(segment).Date(doc) / DateToYear is > 0 and var year)
            numbers.Add(year);
    }

    public override string Value(int number) => number.ToString(CultureInfo.InvariantCulture);

    // 2010.. selects thousands of years; those in which there was nothing are nothing to list.
    public override FacetSelection Selection(RecordFilter filter)
    {
        var numbers = filter.Years.SelectMany(In).ToHashSet();
        var single = filter.Years.Where(years => years.First == years.Last).Select(years => years.First);
        return new FacetSelection(numbers, [.. single.Distinct()], []);
    }

    private static IEnumerable<int> In(YearRange years) => Enumerable.Range(years.First, years.Last - years.First + 1);
}
