namespace Search.Engine.Searching;

/// <summary>Keeps the best units of a stream.</summary>
/// <param name="capacity">How many to keep.</param>
/// <param name="order">Which are better.</param>
internal sealed class BestUnits(int capacity, UnitOrder order)
{
    // A heap in an array: the worst of the best is on top, so that a new unit need only be compared with it.
    private readonly List<Unit> heap = [];

    /// <summary>Units offered so far.</summary>
    public int Total { get; private set; }

    public void Offer(in Unit unit)
    {
        Total++;
        if (heap.Count < capacity)
        {
            heap.Add(unit);
            Rise(heap.Count - 1);
        }
        else if (capacity > 0 && order.Compare(unit, heap[0]) < 0)
        {
            heap[0] = unit;
            Sink();
        }
    }

    /// <summary>The best, in order.</summary>
    public List<Unit> InOrder()
    {
        heap.Sort(order);
        return heap;
    }

    private void Rise(int at)
    {
        while (at > 0 && order.Compare(heap[at], heap[(at - 1) / 2]) > 0)
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        for (var at = 0; ; )
        {
            var worse = (2 * at) + 1;
            if (worse >= heap.Count)
                return;
            if (worse + 1 < heap.Count && order.Compare(heap[worse + 1], heap[worse]) > 0)
                worse++;
            if (order.Compare(heap[worse], heap[at]) <= 0)
                return;
            (heap[at], heap[worse]) = (heap[worse], heap[at]);
            at = worse;
        }
    }
}
