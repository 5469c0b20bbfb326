namespace Search.Engine.Querying;

/// <summary>What was read of a stretch of the query: what to look for, and restrictions that are not yet known to be alone.</summary>
internal sealed class QueryPart
{
    public List<QueryClause> Clauses { get; } = [];

    public List<QueryFilter> Filters { get; } = [];

    public bool IsEmpty => Clauses.Count == 0 && Filters.Count == 0;

    /// <summary>Whether this is nothing but one restriction.</summary>
    public bool IsFilter => Clauses.Count == 0 && Filters.Count == 1;

    public void Add(QueryNode node, bool required) => Clauses.Add(new QueryClause(node, required));

    public void AddAll(QueryPart other)
    {
        Clauses.AddRange(other.Clauses);
        Filters.AddRange(other.Filters);
    }

    public void RequireAll()
    {
        for (var i = 0; i < Clauses.Count; i++)
            Clauses[i] = Clauses[i] with { Required = true };
    }

    /// <summary>The clauses as one node; there must be one at least.</summary>
    public QueryNode ToNode() => Clauses.Count == 1 ? Clauses[0].Node : new AllNode([.. Clauses.Select(c => c.Node)]);
}
