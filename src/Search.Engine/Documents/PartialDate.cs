using System.Globalization;

namespace Search.Engine.Documents;

/// <summary>A year, a month or a day, as a source gives it: <c>2024</c>, <c>2024-03</c> or <c>2024-03-05</c>.</summary>
public readonly record struct PartialDate
{
    private PartialDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    /// <summary>1 to 9999.</summary>
    public int Year { get; }

    /// <summary>1 to 12; 0 when only the year is known.</summary>
    public int Month { get; }

    /// <summary>1 to 31; 0 when only the month is known.</summary>
    public int Day { get; }

    /// <summary>The first day that it can mean as <c>yyyymmdd</c>: <c>2024</c> gives 20240101.</summary>
    public int FirstDay => (Year * 10_000) + (Math.Max(Month, 1) * 100) + Math.Max(Day, 1);

    /// <summary>The last day that it can mean as <c>yyyymmdd</c>: <c>2024-02</c> gives 20240229.</summary>
    public int LastDay
    {
        get
        {
            var month = Month == 0 ? 12 : Month;
            return (Year * 10_000) + (month * 100) + (Day == 0 ? DateTime.DaysInMonth(Year, month) : Day);
        }
    }

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-mm</c> or <c>yyyy-mm-dd</c>; a time of day behind the day is ignored.</summary>
    /// <example><c>2024-03-05T10:00:00Z</c> gives 2024-03-05; <c>2024-13</c>, <c>24-1-1</c> and <c>2024-02-30</c> give false.</example>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        text = text.Trim();
        if (text.Length > 10 && text[10] is 'T' or ' ')
            text = text[..10];
        if (
            text.Length is not (4 or 7 or 10)
            || (text.Length > 4 && text[4] != '-')
            || (text.Length > 7 && text[7] != '-')
        )
            return false;
        var month = 0;
        var day = 0;
        if (
            !TryNumber(text[..4], out var year)
            || (text.Length > 4 && !TryNumber(text[5..7], out month))
            || (text.Length > 7 && !TryNumber(text[8..10], out day))
        )
        {
            return false;
        }
        return TryCreate(year, text.Length > 4 ? month : null, text.Length > 7 ? day : null, out date);
    }

    /// <summary>False when there is no such month or day.</summary>
    public static bool TryCreate(int year, int? month, int? day, out PartialDate date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || (day is not null && month is null))
            return false;
        if (day is < 1 || day > DateTime.DaysInMonth(year, month ?? 1))
            return false;
        date = new PartialDate(year, month ?? 0, day ?? 0);
        return true;
    }

    /// <summary>As precise as it was given.</summary>
    public override string ToString() =>
        this switch
        {
            { Month: 0 } => Year.ToString("0000", CultureInfo.InvariantCulture),
            { Day: 0 } => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
        };

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
