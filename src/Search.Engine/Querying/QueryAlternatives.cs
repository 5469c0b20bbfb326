namespace Search.Engine.Querying;

/// <summary>What stands around <c>|</c> becomes one clause.</summary>
internal static class QueryAlternatives
{
    public const string FiltersAreGlobal = "kind: and year: restrict the whole query, also inside OR and brackets.";

    /// <summary>Adds what <paramref name="alternatives"/> say together; those that turned out empty do not count.</summary>
    public static void Combine(List<QueryPart> alternatives, QueryPart part, QueryWarnings warnings)
    {
        alternatives.RemoveAll(alternative => alternative.IsEmpty);
        if (alternatives.Count < 2)
        {
            alternatives.ForEach(part.AddAll);
            return;
        }
        if (alternatives.TrueForAll(alternative => alternative.IsFilter))
        {
            part.Filters.Add(ToFilter(alternatives));
            return;
        }
        if (alternatives.Exists(alternative => alternative.Filters.Count > 0))
            warnings.Add(FiltersAreGlobal);
        part.Filters.AddRange(alternatives.SelectMany(alternative => alternative.Filters));
        AddClause(alternatives.FindAll(alternative => alternative.Clauses.Count > 0), part);
    }

    private static void AddClause(List<QueryPart> alternatives, QueryPart part)
    {
        if (alternatives.Count < 2)
            alternatives.ForEach(alternative => part.Clauses.AddRange(alternative.Clauses));
        else
            part.Add(new AnyNode([.. alternatives.SelectMany(Spread)]), required: true);
    }

    private static IEnumerable<QueryNode> Spread(QueryPart alternative) =>
        alternative.ToNode() is AnyNode any ? any.Alternatives : [alternative.ToNode()];

    private static AnyFilter ToFilter(List<QueryPart> alternatives)
    {
        List<QueryFilter> filters =
        [
            .. alternatives.SelectMany(alternative =>
                alternative.Filters[0] is AnyFilter any ? any.Alternatives : alternative.Filters
            ),
        ];
        return new AnyFilter(string.Join(" | ", filters.Select(filter => filter.Text)), filters);
    }
}
