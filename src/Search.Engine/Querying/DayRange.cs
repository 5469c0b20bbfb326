using System.Globalization;
using Search.Engine.Documents;

namespace Search.Engine.Querying;

/// <summary>Days from <paramref name="First"/> to <paramref name="Last"/>, both included, as <c>yyyymmdd</c>.</summary>
/// <param name="First">00010101 when open at this end.</param>
/// <param name="Last">99991231 when open at this end; never before <paramref name="First"/>.</param>
public readonly record struct DayRange(int First, int Last)
{
    /// <summary>The first day there is.</summary>
    public const int FirstDay = 1_01_01;

    /// <summary>The last day there is.</summary>
    public const int LastDay = 9999_12_31;

    /// <summary>The days that <paramref name="date"/> can mean.</summary>
    public static DayRange Of(PartialDate date) => new(date.FirstDay, date.LastDay);

    /// <summary>
    /// Reads a date (<see cref="PartialDate"/>), or two with <c>..</c> between, of which one may be missing; false for
    /// anything else, and when the end comes before the start.
    /// </summary>
    /// <example><c>2024-02</c> gives 20240201 to 20240229, <c>2024..2025-03</c> 20240101 to 20250331, <c>2024..</c> 20240101 to 99991231.</example>
    public static bool TryParse(ReadOnlySpan<char> text, out DayRange range)
    {
        range = new DayRange(FirstDay, LastDay);
        text = text.Trim();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var firstText = dots < 0 ? text : text[..dots];
        var lastText = dots < 0 ? text : text[(dots + 2)..];
        if (firstText.IsEmpty && lastText.IsEmpty)
            return false;
        if (!TryDate(firstText, out var first) || !TryDate(lastText, out var last))
            return false;
        range = new DayRange(first?.FirstDay ?? FirstDay, last?.LastDay ?? LastDay);
        return range.First <= range.Last;
    }

    /// <summary>Whole days: <c>2024-03-05</c> or <c>2024-03-01..2024-03-31</c>.</summary>
    public override string ToString() => First == Last ? Write(First) : $"{Write(First)}..{Write(Last)}";

    private static bool TryDate(ReadOnlySpan<char> text, out PartialDate? date)
    {
        date = null;
        if (text.IsEmpty)
            return true;
        var isDate = PartialDate.TryParse(text, out var given);
        date = given;
        return isDate;
    }

    private static string Write(int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day / 10_000:0000}-{day / 100 % 100:00}-{day % 100:00}");
}
