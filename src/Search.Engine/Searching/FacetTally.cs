using System.Buffers;

namespace Search.Engine.Searching;

/// <summary>The counts of one facet. Dispose it to give their memory back to the pool.</summary>
internal sealed class FacetTally : IDisposable
{
    public FacetTally(FacetField field, FacetSource source)
    {
        Field = field;
        Source = source;
        Counts = ArrayPool<int>.Shared.Rent(source.Count);
        Array.Clear(Counts, 0, source.Count);
    }

    public FacetField Field { get; }

    public FacetSource Source { get; }

    /// <summary>By number of the value; longer than there are values.</summary>
    public int[] Counts { get; }

    /// <summary>Adds one for each distinct number; changes the order of the list.</summary>
    public void AddOnce(List<int> numbers)
    {
        // There are few: sorting them is faster than a set.
        if (numbers.Count > 1)
            numbers.Sort();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (i == 0 || numbers[i] != numbers[i - 1])
                Counts[numbers[i]]++;
        }
    }

    /// <summary>Whether a selected value that is listed has no hit so far.</summary>
    public bool LacksSelected(RecordFilter filter) => Source.Selection(filter).Listed.Any(number => !IsCounted(number));

    /// <summary>Takes the counts of values that have none so far; where it says so, of selected values only.</summary>
    public void AddMissing(FacetTally wider, RecordFilter filter, bool onlySelected)
    {
        var numbers = onlySelected ? Source.Selection(filter).Listed : Enumerable.Range(0, Source.Count);
        foreach (var number in numbers.Where(number => !IsCounted(number)))
            Counts[number] = wider.Counts[number];
    }

    /// <summary>The values with the highest counts, and all selected ones.</summary>
    public Facet ToFacet(RecordFilter filter, int limit)
    {
        var selection = Source.Selection(filter);
        var numbers = Highest(limit).Union(selection.Listed).Union(selection.Numbers.Where(IsCounted)).ToList();
        numbers.Sort(Compare);
        var known = numbers.Select(number => new FacetCount(
            Source.Value(number),
            Counts[number],
            selection.Numbers.Contains(number)
        ));
        var unknown = selection.Unknown.Order(StringComparer.Ordinal).Select(value => new FacetCount(value, 0, true));
        return new Facet(Field, [.. known, .. unknown]);
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(Counts);

    private bool IsCounted(int number) => Counts[number] > 0;

    private List<int> Highest(int limit)
    {
        // The lowest of the highest is on top, so that a further value need only be compared with it.
        var lowestFirst = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) => Compare(y, x)));
        for (var number = 0; number < Source.Count; number++)
        {
            if (!IsCounted(number))
                continue;
            if (lowestFirst.Count < limit)
                lowestFirst.Enqueue(number, number);
            else if (limit > 0 && Compare(number, lowestFirst.Peek()) < 0)
                lowestFirst.EnqueueDequeue(number, number);
        }
        return [.. lowestFirst.UnorderedItems.Select(item => item.Element)];
    }

    // Numbers of values follow the values' order.
    private int Compare(int x, int y)
    {
        var order = Counts[y].CompareTo(Counts[x]);
        return order != 0 ? order : x.CompareTo(y);
    }
}
