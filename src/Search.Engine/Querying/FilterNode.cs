using Search.Engine.Documents;

namespace Search.Engine.Querying;

/// <summary>A field that a filter expression can name; written in lower case there.</summary>
public enum FilterField
{
    /// <summary>Talk or interview.</summary>
    Kind,

    /// <summary>One of the record's topics, whole.</summary>
    Topic,

    /// <summary>The name of one of the record's speakers, whole.</summary>
    Speaker,

    /// <summary>The event, whole.</summary>
    Event,

    /// <summary>The language; <c>en</c> and <c>eng</c> are one.</summary>
    Language,

    /// <summary>The year of the record's date.</summary>
    Year,

    /// <summary>The first day that the record's date can mean.</summary>
    Date,
}

/// <summary>What a filter expression says: a tree that knows no search engine. Trees are equal when their parts are, in the same order.</summary>
public abstract record FilterNode
{
    /// <summary>The expression in canonical form; parsing it gives an equal tree.</summary>
    public sealed override string ToString() => FilterRenderer.Render(this);
}

/// <summary>All of the parts hold.</summary>
/// <param name="Parts">At least two; none is itself a <see cref="FilterAll"/>.</param>
public sealed record FilterAll(IReadOnlyList<FilterNode> Parts) : FilterNode
{
    /// <inheritdoc/>
    public bool Equals(FilterAll? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(FilterAll), Parts.Count, Parts[0]);
}

/// <summary>At least one of the alternatives holds.</summary>
/// <param name="Alternatives">At least two; none is itself a <see cref="FilterAny"/>.</param>
public sealed record FilterAny(IReadOnlyList<FilterNode> Alternatives) : FilterNode
{
    /// <inheritdoc/>
    public bool Equals(FilterAny? other) => other is not null && Alternatives.SequenceEqual(other.Alternatives);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(FilterAny), Alternatives.Count, Alternatives[0]);
}

/// <summary>The part does not hold: <c>NOT x</c>, <c>!=</c>, <c>NOT IN</c>, <c>NOT EXISTS</c>. A record without the field is kept.</summary>
/// <param name="Part">What must not hold.</param>
public sealed record FilterNot(FilterNode Part) : FilterNode;

/// <summary>The record's kind is one of these.</summary>
/// <param name="Kinds">At least one.</param>
public sealed record KindCondition(IReadOnlyList<RecordKind> Kinds) : FilterNode
{
    /// <inheritdoc/>
    public bool Equals(KindCondition? other) => other is not null && Kinds.SequenceEqual(other.Kinds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(KindCondition), Kinds.Count, Kinds[0]);
}

/// <summary>One of the record's values in the field is one of these, compared as <see cref="Searching.RecordFilter"/> compares.</summary>
/// <param name="Field">Topic, speaker, event or language.</param>
/// <param name="Values">At least one; none empty or white space.</param>
public sealed record TextCondition(FilterField Field, IReadOnlyList<string> Values) : FilterNode
{
    /// <inheritdoc/>
    public bool Equals(TextCondition? other) =>
        other is not null && Field == other.Field && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Values.Count, Values[0]);
}

/// <summary>The year of the record's date lies in one of these ranges.</summary>
/// <param name="Years">At least one.</param>
public sealed record YearCondition(IReadOnlyList<YearRange> Years) : FilterNode
{
    /// <inheritdoc/>
    public bool Equals(YearCondition? other) => other is not null && Years.SequenceEqual(other.Years);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(YearCondition), Years.Count, Years[0]);
}

/// <summary>The first day that the record's date can mean lies in one of these ranges.</summary>
/// <param name="Days">At least one.</param>
public sealed record DateCondition(IReadOnlyList<DayRange> Days) : FilterNode
{
    /// <inheritdoc/>
    public bool Equals(DateCondition? other) => other is not null && Days.SequenceEqual(other.Days);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(DateCondition), Days.Count, Days[0]);
}

/// <summary>The record has a value in the field. Each has a kind; year and date exist together.</summary>
/// <param name="Field">Any field.</param>
public sealed record ExistsCondition(FilterField Field) : FilterNode;
