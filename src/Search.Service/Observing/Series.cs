namespace Search.Service.Observing;

/// <summary>The measurements with one set of labels. Safe for many threads.</summary>
/// <param name="withBuckets">Whether to count by range.</param>
internal sealed class Series(bool withBuckets)
{
    private readonly Lock changing = new();
    private readonly long[] buckets = withBuckets ? new long[Bounds.Length + 1] : [];
    private double sum;

    /// <summary>
    /// Upper ends of the ranges, included, in seconds: from a tenth of a millisecond, since a stage of a query takes no longer.
    /// </summary>
    public static ReadOnlySpan<double> Bounds =>
        [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>The value, or the sum of all values.</summary>
    public double Sum
    {
        get
        {
            lock (changing)
                return sum;
        }
    }

    /// <summary>How many values were in each range or below it; the last is the number of all. With the sum of the same moment.</summary>
    public (long[] Cumulative, double Sum) Read()
    {
        lock (changing)
        {
            var cumulative = new long[buckets.Length];
            var count = 0L;
            for (var i = 0; i < buckets.Length; i++)
                cumulative[i] = count += buckets[i];
            return (cumulative, sum);
        }
    }

    public void Set(double value)
    {
        lock (changing)
            sum = value;
    }

    public void Add(double value)
    {
        lock (changing)
        {
            sum += value;
            if (buckets.Length > 0)
                buckets[Place(value)]++;
        }
    }

    private static int Place(double value)
    {
        var place = Bounds.BinarySearch(value);
        return place < 0 ? ~place : place;
    }
}
