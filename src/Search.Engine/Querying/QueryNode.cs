namespace Search.Engine.Querying;

/// <summary>A field that can be named in a query.</summary>
public enum QueryField
{
    /// <summary>Everything searchable of a record; what words without a field name look at.</summary>
    All,

    /// <summary><c>title:</c></summary>
    Title,

    /// <summary><c>speaker:</c></summary>
    Speaker,

    /// <summary><c>topic:</c></summary>
    Topic,

    /// <summary><c>event:</c></summary>
    Event,
}

/// <summary>A node of the query tree.</summary>
public abstract record QueryNode
{
    /// <summary>The words, phrases, prefixes and fuzzy words under this node in the order in which they were typed; itself when it is one.</summary>
    public virtual IEnumerable<QueryNode> Leaves => [this];

    /// <summary>The node in the canonical form of <see cref="ParsedQuery.ToString"/>.</summary>
    public sealed override string ToString() => QueryRenderer.Render(this);
}

/// <summary>A word as it was typed (not analysed); it may turn out to be several tokens, or none.</summary>
/// <param name="Text">Never without a letter, digit or pictograph.</param>
/// <param name="Field">Where to look.</param>
public sealed record WordNode(string Text, QueryField Field = QueryField.All) : QueryNode;

/// <summary>Words that begin like this: <c>prefix*</c>.</summary>
/// <param name="Text">Without the asterisk; never empty.</param>
/// <param name="Field">Where to look.</param>
public sealed record PrefixNode(string Text, QueryField Field = QueryField.All) : QueryNode;

/// <summary>Words that are spelt like this but for some edits: <c>word~1</c>.</summary>
/// <param name="Text">Without the tilde; never empty.</param>
/// <param name="Edits">1 or 2.</param>
/// <param name="Field">Where to look.</param>
public sealed record FuzzyNode(string Text, int Edits, QueryField Field = QueryField.All) : QueryNode;

/// <summary>Words with wildcards inside: <c>te?t</c>, <c>wor*s</c>. Only Lucene's own language has them.</summary>
/// <param name="Pattern">As it was typed: <c>*</c> for any letters, <c>?</c> for any one letter, a backslash before what means itself.</param>
/// <param name="Field">Where to look.</param>
public sealed record WildcardNode(string Pattern, QueryField Field = QueryField.All) : QueryNode;

/// <summary>
/// A whole query in Lucene's own language, without a mistake (<see cref="LuceneSyntax.Check"/>): each engine reads it for
/// itself, since such engines know it. Stands alone.
/// </summary>
/// <param name="Text">As it was typed.</param>
/// <param name="AllWords">Whether words side by side must all occur.</param>
public sealed record NativeNode(string Text, bool AllWords) : QueryNode;

/// <summary>Words in this order, unstemmed: <c>"a phrase"</c>.</summary>
/// <param name="Text">Without the quotes; never empty or white space.</param>
/// <param name="Field">Where to look.</param>
public sealed record PhraseNode(string Text, QueryField Field = QueryField.All) : QueryNode;

/// <summary>At least one of the alternatives: <c>a | b</c>, <c>a OR b</c>. Equal to one with equal alternatives in the same order.</summary>
/// <param name="Alternatives">At least two; none is itself an <see cref="AnyNode"/>.</param>
public sealed record AnyNode(IReadOnlyList<QueryNode> Alternatives) : QueryNode
{
    /// <inheritdoc/>
    public override IEnumerable<QueryNode> Leaves => Alternatives.SelectMany(alternative => alternative.Leaves);

    /// <inheritdoc/>
    public bool Equals(AnyNode? other) => other is not null && Alternatives.SequenceEqual(other.Alternatives);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AnyNode), Alternatives.Count, Alternatives[0]);
}

/// <summary>
/// All of the parts: words side by side within an alternative or an excluded group. Equal to one with equal parts in the
/// same order.
/// </summary>
/// <param name="Parts">At least two; none is itself an <see cref="AllNode"/>.</param>
public sealed record AllNode(IReadOnlyList<QueryNode> Parts) : QueryNode
{
    /// <inheritdoc/>
    public override IEnumerable<QueryNode> Leaves => Parts.SelectMany(part => part.Leaves);

    /// <inheritdoc/>
    public bool Equals(AllNode? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AllNode), Parts.Count, Parts[0]);
}
