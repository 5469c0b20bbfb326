namespace Search.Engine.Querying;

/// <summary>
/// What the user typed, understood: a tree that knows no search engine. Clauses keep the order in which they were typed.
/// Two queries are equal when all their parts are, lists compared by content.
/// </summary>
/// <param name="Text">The query as it was typed, cut to the limits that were in force; halves of surrogate pairs are U+FFFD.</param>
/// <param name="Clauses">What should or must match; empty together with <paramref name="Excluded"/> means everything.</param>
/// <param name="Excluded">
/// What must not match, wherever in the query it stood; each restricts the whole query. Never an <see cref="AnyNode"/>:
/// <c>-(a | b)</c> is two exclusions.
/// </param>
/// <param name="Filters">Restrictions on kind and year that were typed into the query; all must hold.</param>
/// <param name="Warnings">Plain sentences about what was not understood and was taken as words instead.</param>
public sealed record ParsedQuery(
    string Text,
    IReadOnlyList<QueryClause> Clauses,
    IReadOnlyList<QueryNode> Excluded,
    IReadOnlyList<QueryFilter> Filters,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>The query that was not typed: matches everything.</summary>
    public static ParsedQuery Empty { get; } = new("", [], [], [], []);

    /// <summary>
    /// The query in canonical form: clauses, then exclusions, then filters. Parsing it again gives the same clauses,
    /// exclusions and filters.
    /// </summary>
    /// <example><c>speaker:(ann lee) OR x  NOT y</c> gives <c>(speaker:ann speaker:lee) | x -y</c>.</example>
    public override string ToString() => QueryRenderer.Render(this);

    /// <inheritdoc/>
    public bool Equals(ParsedQuery? other) =>
        other is not null
        && Text == other.Text
        && Clauses.SequenceEqual(other.Clauses)
        && Excluded.SequenceEqual(other.Excluded)
        && Filters.SequenceEqual(other.Filters)
        && Warnings.SequenceEqual(other.Warnings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Clauses.Count, Excluded.Count, Filters.Count);
}

/// <summary>One part of the query.</summary>
/// <param name="Node">What to look for.</param>
/// <param name="Required">
/// True for <c>+word</c>, phrases, field restrictions and groups with <c>OR</c>: a record without it does not match.
/// False for a plain word: the match mode decides how many of these a record needs.
/// </param>
public sealed record QueryClause(QueryNode Node, bool Required);
