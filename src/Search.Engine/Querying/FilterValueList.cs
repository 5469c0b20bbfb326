using Search.Engine.Documents;

namespace Search.Engine.Querying;

/// <summary>Values of one field, checked one by one as they are read.</summary>
internal sealed class FilterValueList(FilterCursor cursor, FilterField field)
{
    private readonly List<RecordKind> kinds = [];
    private readonly List<YearRange> years = [];
    private readonly List<DayRange> days = [];
    private readonly List<string> texts = [];

    /// <summary>Reads the current piece; false, with the mistake noted, when it is no value of the field.</summary>
    public bool Read()
    {
        var token = cursor.Current;
        if (!FilterConditionReader.IsValue(token))
        {
            cursor.FailAtCurrent(FilterFields.ValuesOf(field));
            return false;
        }
        if (!TryAdd(token.Text))
        {
            cursor.Fail(token, Fault(token.Text), FilterFields.ValuesOf(field));
            return false;
        }
        cursor.Take();
        return true;
    }

    /// <summary>The condition that the field has one of the values; there must be one at least.</summary>
    public FilterNode ToCondition() =>
        field switch
        {
            FilterField.Kind => new KindCondition(kinds),
            FilterField.Year => new YearCondition(years),
            FilterField.Date => new DateCondition(days),
            _ => new TextCondition(field, texts),
        };

    private bool TryAdd(string value)
    {
        switch (field)
        {
            case FilterField.Kind:
                return TryAddKind(value);
            case FilterField.Year:
                var isYears = YearRange.TryParse(value, out var range);
                years.Add(range);
                return isYears;
            case FilterField.Date:
                var isDays = DayRange.TryParse(value, out var dayRange);
                days.Add(dayRange);
                return isDays;
            default:
                texts.Add(value);
                return !string.IsNullOrWhiteSpace(value);
        }
    }

    private bool TryAddKind(string value)
    {
        if (KindNames.Find(value) is not { } kind)
            return false;
        kinds.Add(kind);
        return true;
    }

    private string Fault(string value) =>
        field switch
        {
            FilterField.Kind => $"{QueryWarnings.Quote(value)} is no kind; a kind is talk or interview.",
            FilterField.Year => $"{QueryWarnings.Quote(value)} is no year and no range of years.",
            FilterField.Date => $"{QueryWarnings.Quote(value)} is no date and no range of dates.",
            _ => "A value must not be empty.",
        };
}
