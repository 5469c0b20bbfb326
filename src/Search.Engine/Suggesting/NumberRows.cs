namespace Search.Engine.Suggesting;

/// <summary>Rows of numbers, one after the other in one array.</summary>
internal sealed class NumberRows
{
    private readonly List<int> ends = [];
    private int[] numbers = new int[256];
    private int total;

    /// <summary>Rows that are finished.</summary>
    public int Count => ends.Count;

    /// <summary>Numbers in all rows.</summary>
    public int Total => total;

    /// <summary>The numbers of a finished row.</summary>
    public ReadOnlySpan<int> this[int row] => numbers.AsSpan(StartOf(row), ends[row] - StartOf(row));

    /// <summary>The place of a row's first number among all.</summary>
    public int StartOf(int row) => row == 0 ? 0 : ends[row - 1];

    /// <summary>Adds a number to the row that is being written.</summary>
    public void Append(int number)
    {
        if (total == numbers.Length)
            Array.Resize(ref numbers, total * 2);
        numbers[total++] = number;
    }

    /// <summary>Finishes the row; the next number begins another.</summary>
    public void EndRow() => ends.Add(total);

    /// <summary>Some of the rows in this order, with other numbers.</summary>
    /// <param name="order">The rows.</param>
    /// <param name="places">For each number the new one.</param>
    public NumberRows InOrder(ReadOnlySpan<int> order, int[] places)
    {
        var ordered = new NumberRows();
        var length = 0;
        foreach (var row in order)
            length += this[row].Length;
        ordered.numbers = new int[Math.Max(length, 1)];
        ordered.ends.Capacity = order.Length;
        foreach (var row in order)
        {
            foreach (var number in this[row])
                ordered.Append(places[number]);
            ordered.EndRow();
        }
        return ordered;
    }

    /// <summary>Memory in bytes.</summary>
    public long Size => 4L * (numbers.Length + ends.Capacity);
}
