using Search.Engine.Documents;

namespace Search.Engine.Querying;

/// <summary>Comparisons and intervals of the fields whose values come one after the other, year and date.</summary>
internal sealed class FilterRangeReader(FilterCursor cursor, FilterField field)
{
    /// <summary>From an operator on: <c>>= 2014</c>.</summary>
    public FilterNode? ReadComparison()
    {
        var comparison = cursor.Take().Text;
        var token = cursor.Current;
        if (ReadBound() is not { } bound)
            return null;
        var range = comparison switch
        {
            ">=" => bound with { Last = DayRange.LastDay },
            "<=" => bound with { First = DayRange.FirstDay },
            ">" => new DayRange(DayAfter(bound.Last), DayRange.LastDay),
            _ => new DayRange(DayRange.FirstDay, DayBefore(bound.First)),
        };
        if (range.First > range.Last)
            return cursor.Fail(token, $"There is no {FilterFields.NameOf(field)} {comparison} {token.Text}.");
        return ToCondition(range);
    }

    /// <summary>From a value on: <c>2014 TO 2018</c>.</summary>
    public FilterNode? ReadInterval()
    {
        if (ReadBound() is not { } first)
            return null;
        if (!cursor.TakeKeyword(FilterFields.To))
            return cursor.FailAtCurrent(FilterFields.To);
        var token = cursor.Current;
        if (ReadBound() is not { } last)
            return null;
        if (first.First > last.Last)
            return cursor.Fail(token, "The end of the range comes before its start.", FilterFields.BoundsOf(field));
        return ToCondition(new DayRange(first.First, last.Last));
    }

    /// <summary>The days of one year or one date.</summary>
    private DayRange? ReadBound()
    {
        var token = cursor.Current;
        var expected = FilterFields.BoundsOf(field);
        if (!FilterConditionReader.IsValue(token))
        {
            cursor.FailAtCurrent(expected);
            return null;
        }
        if (ParseBound(token.Text) is not { } bound)
        {
            cursor.Fail(token, $"{QueryWarnings.Quote(token.Text)} is not {expected[0]}.", expected);
            return null;
        }
        cursor.Take();
        return bound;
    }

    private DayRange? ParseBound(string value)
    {
        if (field == FilterField.Date)
            return PartialDate.TryParse(value, out var date) ? DayRange.Of(date) : null;
        if (!YearRange.TryParse(value, out var years) || years.First != years.Last)
            return null;
        return new DayRange((years.First * 10_000) + 1_01, (years.First * 10_000) + 12_31);
    }

    private FilterNode ToCondition(DayRange days) =>
        field == FilterField.Date
            ? new DateCondition([days])
            : new YearCondition([new YearRange(days.First / 10_000, days.Last / 10_000)]);

    private static int DayAfter(int day) => day == DayRange.LastDay ? day + 1 : Number(Date(day).AddDays(1));

    private static int DayBefore(int day) => day == DayRange.FirstDay ? day - 1 : Number(Date(day).AddDays(-1));

    private static DateOnly Date(int day) => new(day / 10_000, day / 100 % 100, day % 100);

    private static int Number(DateOnly date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;
}
