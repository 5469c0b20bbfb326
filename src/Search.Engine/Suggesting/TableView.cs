namespace Search.Engine.Suggesting;

/// <summary>The texts of a table that lead to something under a filter, and in which order they stand then.</summary>
internal sealed class TableView
{
    private readonly Func<int, int>? works;
    private readonly int[]? order;

    /// <summary>Every text, in the order of the table.</summary>
    /// <param name="count">Texts in the table.</param>
    public TableView(int count)
    {
        Count = count;
        IsInTextOrder = true;
    }

    /// <summary>The texts that a filter leaves.</summary>
    /// <param name="count">Texts in the table.</param>
    /// <param name="works">For each text, how many works it leads to.</param>
    /// <param name="byWorks">Whether those that lead to more stand first; else the order stays.</param>
    public TableView(int count, Func<int, int> works, bool byWorks)
    {
        this.works = works;
        IsInTextOrder = !byWorks;
        var left = Enumerable.Range(0, count).Where(text => works(text) > 0);
        order = [.. byWorks ? left.OrderByDescending(works) : left];
        Count = order.Length;
    }

    /// <summary>How many texts pass.</summary>
    public int Count { get; }

    /// <summary>Whether texts stand in the order of their numbers.</summary>
    public bool IsInTextOrder { get; }

    /// <summary>The text at a place of the order.</summary>
    public int InOrder(int place) => order is null ? place : order[place];

    public bool Passes(int text) => works is null || works(text) > 0;

    /// <summary>How many works a text leads to; null without a filter.</summary>
    public int? WorksOf(int text) => works?.Invoke(text);

    /// <summary>Less is better.</summary>
    public long Key(int text) => IsInTextOrder ? text : ((long)(int.MaxValue - works!(text)) << 32) | (uint)text;
}
