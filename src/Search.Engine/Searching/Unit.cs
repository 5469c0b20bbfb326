namespace Search.Engine.Searching;

/// <summary>Something that takes one place in the list of hits: a record, a work by its best record, or a passage.</summary>
/// <param name="Doc">The head or the passage.</param>
/// <param name="Head">The head of its record.</param>
/// <param name="Best">Its best document: the head or a passage.</param>
/// <param name="Score">Of its best document.</param>
/// <param name="Date">yyyymmdd, 0 without a date.</param>
internal readonly record struct Unit(int Doc, int Head, int Best, float Score, int Date);

/// <summary>The total order of hits. Less means better.</summary>
internal sealed class UnitOrder(IndexSnapshot snapshot, SortOrder sort) : IComparer<Unit>
{
    public int Compare(Unit x, Unit y)
    {
        var order = sort switch
        {
            SortOrder.Relevance => y.Score.CompareTo(x.Score),
            SortOrder.DateDescending => y.Date.CompareTo(x.Date),
            SortOrder.DateAscending => MissingLast(x.Date).CompareTo(MissingLast(y.Date)),
            SortOrder.TitleAscending => snapshot.TitleRank(x.Head).CompareTo(snapshot.TitleRank(y.Head)),
            _ => throw new InvalidOperationException($"No order {sort}."),
        };
        if (order == 0 && sort is SortOrder.Relevance or SortOrder.TitleAscending)
            order = order != 0 ? order : y.Date.CompareTo(x.Date);
        else if (order == 0)
            order = y.Score.CompareTo(x.Score);
        return order != 0 ? order : CompareIds(x, y);
    }

    private static int MissingLast(int date) => date == 0 ? int.MaxValue : date;

    private int CompareIds(Unit x, Unit y)
    {
        if (x.Head == y.Head)
            return x.Doc.CompareTo(y.Doc);
        var order = snapshot.Id(x.Head).CompareTo(snapshot.Id(y.Head));
        return order != 0 ? order : x.Doc.CompareTo(y.Doc);
    }
}
