using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Search.Engine.Documents;

namespace Search.Engine.Cleaning;

/// <summary>Reads dates in the forms that sources write them.</summary>
public static partial class SourceDate
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;

    private static readonly string[] MonthLanguages =
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "sv",
        "da",
        "cs",
        "ru",
    ];
    private static readonly FrozenDictionary<string, int> Months = LoadMonths();

    /// <summary>
    /// The day that a text names; less when it names less. A time with an offset is on the day of its own clock, unless it
    /// is given in UTC and <paramref name="zone"/> says where the conference is. Of a date that can be read in two ways
    /// (<c>3/4/2024</c>) the year alone is taken.
    /// </summary>
    /// <example>
    /// <c>2024-03-05T23:30:00Z</c> in Europe/Berlin gives 2024-03-06; <c>5 March 2024</c>, <c>Mar 5th, 2024</c>,
    /// <c>05.03.2024</c> and <c>20240305</c> give 2024-03-05; <c>March 2024</c> gives 2024-03.
    /// </example>
    /// <returns>Null when the text names no date.</returns>
    public static PartialDate? Parse(string? text, TimeZoneInfo? zone = null)
    {
        var trimmed = text?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 100)
            return null;
        return Iso(trimmed, zone) ?? Numbers(trimmed) ?? Epoch(trimmed, zone) ?? Words(trimmed);
    }

    /// <summary>The time zone of this name, IANA's or Windows'; null when there is none.</summary>
    public static TimeZoneInfo? Zone(string? name) =>
        !string.IsNullOrWhiteSpace(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone)
            ? zone
            : null;

    private static PartialDate? Iso(string text, TimeZoneInfo? zone)
    {
        var match = IsoDate().Match(text);
        if (!match.Success)
            return null;
        if (match.Groups["utc"].Success && zone is not null && Instant(text) is { } instant)
            return DayOf(TimeZoneInfo.ConvertTime(instant, zone));
        return Create(Number(match, "y"), Number(match, "m"), Number(match, "d"));
    }

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static PartialDate? Numbers(string text)
    {
        var match = NumberDate().Match(text);
        if (!match.Success)
            return null;
        var (first, second) = (Number(match, "a") ?? 0, Number(match, "b") ?? 0);
        var year = Number(match, "y");
        if (year < 100)
            year += 2000;
        if (match.Groups["dot"].Success || first > 12)
            return Create(year, second, first);
        if (second > 12)
            return Create(year, first, second);
        return first == second ? Create(year, first, second) : Create(year, null, null);
    }

    private static PartialDate? Epoch(string text, TimeZoneInfo? zone)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        if (text.Length is not (9 or 10 or 12 or 13))
            return null;
        var instant =
            text.Length > 10
                ? DateTimeOffset.FromUnixTimeMilliseconds(number)
                : DateTimeOffset.FromUnixTimeSeconds(number);
        return DayOf(zone is null ? instant : TimeZoneInfo.ConvertTime(instant, zone));
    }

    // A year, the name of a month, and a day when a number below 32 stands beside it.
    private static PartialDate? Words(string text)
    {
        int? year = null;
        int? month = null;
        int? day = null;
        foreach (Match token in Token().Matches(text))
        {
            var word = token.Value;
            if (char.IsAsciiDigit(word[0]))
            {
                var number = int.Parse(word.AsSpan(0, DigitsOf(word)), CultureInfo.InvariantCulture);
                if (DigitsOf(word) == 4)
                    year ??= number;
                else if (
                    number is >= 1 and <= 31
                    && (token.Index == 0 || text[token.Index - 1] != ':')
                    && !IsTime(text, token)
                )
                    day ??= number;
            }
            else if (month is null && Months.TryGetValue(word.ToLowerInvariant(), out var named))
            {
                month = named;
            }
        }
        return month is null ? null : Create(year, month, day);
    }

    private static bool IsTime(string text, Match token)
    {
        var end = token.Index + token.Length;
        return end < text.Length && text[end] == ':';
    }

    private static int DigitsOf(string word) => word.TakeWhile(char.IsAsciiDigit).Count();

    private static PartialDate DayOf(DateTimeOffset time) =>
        PartialDate.TryCreate(time.Year, time.Month, time.Day, out var date) ? date : default;

    private static PartialDate? Create(int? year, int? month, int? day) =>
        year is >= EarliestYear and <= LatestYear && PartialDate.TryCreate(year.Value, month, day, out var date)
            ? date
            : null;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits
            ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture)
            : null;

    private static FrozenDictionary<string, int> LoadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in MonthLanguages)
        {
            var format = new CultureInfo(language).DateTimeFormat;
            string[][] forms =
            [
                format.MonthNames,
                format.MonthGenitiveNames,
                format.AbbreviatedMonthNames,
                format.AbbreviatedMonthGenitiveNames,
            ];
            foreach (var names in forms)
            {
                for (var month = 0; month < 12; month++)
                    months.TryAdd(names[month].ToLowerInvariant().TrimEnd('.'), month + 1);
            }
        }
        months.TryAdd("sept", 9);
        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^(?<y>\d{4})(?:[-/.]?(?<m>\d{2})(?:[-/.]?(?<d>\d{2}))?|[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2}))?(?:[T ]+\d{1,2}:?\d{2}.*?(?<utc>Z|UTC|[+-]00:?00)?)?$",
        RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex IsoDate();

    [GeneratedRegex(
        @"^(?<a>\d{1,2})(?:(?<dot>\.)\s?|[/-])(?<b>\d{1,2})(?:\.\s?|[/-])(?<y>\d{4}|\d{2})(?!\d)",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex NumberDate();

    [GeneratedRegex(@"\d+(?:st|nd|rd|th)?|\p{L}+", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Token();
}
