using System.Globalization;

namespace Search.Engine.Querying;

/// <summary>Years from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="First">1 to 9999; 1 when open at this end.</param>
/// <param name="Last">1 to 9999; 9999 when open at this end.</param>
public readonly record struct YearRange(int First, int Last)
{
    /// <summary>Reads <c>2017</c>, <c>2017..2019</c>, <c>2017..</c> and <c>..2019</c>; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out YearRange range)
    {
        range = default;
        text = text.Trim();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var firstText = dots < 0 ? text : text[..dots];
        var lastText = dots < 0 ? text : text[(dots + 2)..];
        if (firstText.IsEmpty && lastText.IsEmpty)
            return false;
        if (!TryYear(firstText, 1, out var first) || !TryYear(lastText, 9999, out var last) || first > last)
            return false;
        range = new YearRange(first, last);
        return true;
    }

    /// <summary>The shortest text that reads as this range: <c>2017</c>, <c>2017..2019</c>, <c>2017..</c>, <c>..2019</c>.</summary>
    public override string ToString() =>
        this switch
        {
            { First: var first, Last: var last } when first == last => Digits(first),
            { Last: 9999 } => $"{Digits(First)}..",
            { First: 1 } => $"..{Digits(Last)}",
            _ => $"{Digits(First)}..{Digits(Last)}",
        };

    private static string Digits(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static bool TryYear(ReadOnlySpan<char> text, int whenEmpty, out int year)
    {
        year = whenEmpty;
        return text.IsEmpty
            || (
                text.Length <= 4
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
                && year is >= 1 and <= 9999
            );
    }
}
