using System.Globalization;
using System.Text.RegularExpressions;
using Search.Engine.Documents;

namespace Search.Engine.Checking;

/// <summary>Dates that programs make up (1970-01-01), that lie far ahead or before all recordings, or beside the event's year.</summary>
internal sealed partial class SuspiciousDates(TimeProvider clock)
    : SourceRule("suspicious_date", "a date that cannot be right, or is not of the event's year")
{
    private const int YearsAhead = 2;
    private const int FirstYear = 1950;
    private const int Patience = 1_000;

    private static readonly int[] ZeroDays = [19000101, 19700101, 19691231, 19800101];

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        if (seen.Record.Date is { } date && Fault(date, seen.Record.Event) is { } fault)
            yield return At(seen.Place, $"is dated {date}, {fault}");
    }

    private string? Fault(PartialDate date, string? happening)
    {
        if (date.Day > 0 && ZeroDays.Contains(date.FirstDay))
            return "which programs write where they know no date";
        if (date.Year < FirstYear)
            return "before there were recordings of talks";
        if (date.Year > clock.GetUtcNow().Year + YearsAhead)
            return "more than two years ahead";
        var year = YearOf(happening);
        // Published in the winter after it is usual; two years after it is another edition.
        return year is not null && Math.Abs(date.Year - year.Value) > 1
            ? FormattableString.Invariant($"but the event is \"{happening}\"")
            : null;
    }

    private static int? YearOf(string? happening)
    {
        if (happening is null || Years().Matches(happening) is not [var only])
            return null;
        return int.Parse(only.ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Years();
}
