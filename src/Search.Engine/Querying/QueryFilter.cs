namespace Search.Engine.Querying;

/// <summary>A restriction that was typed into the query.</summary>
/// <param name="Text">In canonical form, such as <c>year:2017..2019</c> or <c>-kind:talk</c>.</param>
public abstract record QueryFilter(string Text)
{
    /// <summary><see cref="Text"/>.</summary>
    public sealed override string ToString() => Text;
}

/// <summary><c>kind:talk</c> or <c>kind:interview</c>.</summary>
/// <param name="Text">In canonical form.</param>
/// <param name="Kind">The kind to keep.</param>
/// <param name="Excluded">True for <c>-kind:talk</c>: the kind to leave out.</param>
public sealed record KindFilter(string Text, Documents.RecordKind Kind, bool Excluded = false) : QueryFilter(Text);

/// <summary><c>year:2017</c>, <c>year:2017..2019</c>, <c>year:2017..</c>, <c>year:..2019</c>.</summary>
/// <param name="Text">In canonical form.</param>
/// <param name="Years">The years to keep.</param>
/// <param name="Excluded">True for <c>-year:2017</c>: the years to leave out; records without a date stay.</param>
public sealed record YearFilter(string Text, YearRange Years, bool Excluded = false) : QueryFilter(Text);

/// <summary>At least one holds: <c>year:2017 | year:2019</c>. Equal to one with equal alternatives in the same order.</summary>
/// <param name="Text">In canonical form.</param>
/// <param name="Alternatives">At least two; each a <see cref="KindFilter"/> or a <see cref="YearFilter"/> that is not excluded.</param>
public sealed record AnyFilter(string Text, IReadOnlyList<QueryFilter> Alternatives) : QueryFilter(Text)
{
    /// <inheritdoc/>
    public bool Equals(AnyFilter? other) => other is not null && Alternatives.SequenceEqual(other.Alternatives);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Alternatives.Count);
}
