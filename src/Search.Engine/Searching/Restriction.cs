using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>One thing that is asked of a record; all restrictions of a search must hold.</summary>
/// <param name="IgnoredBy">The facet whose own selection this is; null for what every facet respects.</param>
/// <param name="Condition">What must hold.</param>
internal sealed record Restriction(FacetField? IgnoredBy, FilterNode Condition)
{
    /// <summary>Those of a request, whichever way they were given.</summary>
    /// <param name="filter">The parameters.</param>
    /// <param name="typed">What stands in the query itself.</param>
    public static IReadOnlyList<Restriction> Of(RecordFilter filter, IReadOnlyList<QueryFilter> typed) =>
        [.. Selections(filter), .. Others(filter, typed).Select(condition => new Restriction(null, condition))];

    private static IEnumerable<Restriction> Selections(RecordFilter filter)
    {
        if (filter.Kinds.Count > 0)
            yield return new Restriction(FacetField.Kind, new KindCondition(filter.Kinds));
        if (filter.Topics.Count > 0)
            yield return new Restriction(FacetField.Topic, new TextCondition(FilterField.Topic, filter.Topics));
        if (filter.Speakers.Count > 0)
            yield return new Restriction(FacetField.Speaker, new TextCondition(FilterField.Speaker, filter.Speakers));
        if (filter.Events.Count > 0)
            yield return new Restriction(FacetField.Event, new TextCondition(FilterField.Event, filter.Events));
        if (filter.Languages.Count > 0)
            yield return new Restriction(
                FacetField.Language,
                new TextCondition(FilterField.Language, filter.Languages)
            );
        if (filter.Years.Count > 0)
            yield return new Restriction(FacetField.Year, new YearCondition(filter.Years));
    }

    private static IEnumerable<FilterNode> Others(RecordFilter filter, IReadOnlyList<QueryFilter> typed)
    {
        if (filter.From is not null || filter.To is not null)
        {
            var first = filter.From?.FirstDay ?? DayRange.FirstDay;
            yield return new DateCondition([new DayRange(first, filter.To?.LastDay ?? DayRange.LastDay)]);
        }
        if (filter.Expression is { } expression)
            yield return expression;
        if (filter.Scope is { } scope)
            yield return scope;
        foreach (var restriction in typed)
            yield return ConditionOf(restriction);
    }

    private static FilterNode ConditionOf(QueryFilter typed) =>
        typed switch
        {
            KindFilter kind => Unless(kind.Excluded, new KindCondition([kind.Kind])),
            YearFilter year => Unless(year.Excluded, new YearCondition([year.Years])),
            AnyFilter any => new FilterAny([.. any.Alternatives.Select(ConditionOf)]),
            _ => throw new InvalidOperationException($"No meaning for {typed.GetType().Name}."),
        };

    private static FilterNode Unless(bool excluded, FilterNode condition) =>
        excluded ? new FilterNot(condition) : condition;
}
