namespace Search.Engine.Suggesting;

/// <summary>Keeps the best texts of those that are offered; of texts with the same words only the best.</summary>
/// <param name="capacity">How many; small.</param>
/// <param name="table">What the texts belong to.</param>
/// <param name="taken">Texts that stand before these already: they, and their like, are not taken again.</param>
internal sealed class BestTexts(int capacity, SuggestionTable table, IReadOnlyList<int> taken)
{
    private readonly List<(long Key, int Text)> best = new(capacity + 1);

    public int Capacity => capacity;

    public bool IsFull => best.Count >= capacity;

    /// <summary>The texts, best first.</summary>
    public IEnumerable<int> InOrder => best.Select(pair => pair.Text);

    /// <summary>False when a text stands behind all that are kept.</summary>
    public bool CouldTake(int text, TableView view) => !IsFull || (capacity > 0 && view.Key(text) < best[^1].Key);

    public void Offer(int text, TableView view)
    {
        if (!CouldTake(text, view) || IsLikeTaken(text))
            return;
        var key = view.Key(text);
        var like = best.FindIndex(pair => IsLike(pair.Text, text));
        if (like >= 0 && best[like].Key <= key)
            return;
        if (like >= 0)
            best.RemoveAt(like);
        var place = best.Count;
        while (place > 0 && best[place - 1].Key > key)
            place--;
        best.Insert(place, (key, text));
        if (best.Count > capacity)
            best.RemoveAt(capacity);
    }

    private bool IsLikeTaken(int text)
    {
        foreach (var other in taken)
        {
            if (IsLike(other, text))
                return true;
        }
        return false;
    }

    private bool IsLike(int one, int other) => table.Words(one).SequenceEqual(table.Words(other));
}
