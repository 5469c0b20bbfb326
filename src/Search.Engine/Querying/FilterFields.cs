namespace Search.Engine.Querying;

/// <summary>The names of the fields of a filter expression, and what can be said of each.</summary>
internal static class FilterFields
{
    public const string Exists = "EXISTS";
    public const string In = "IN";
    public const string Not = "NOT";
    public const string To = "TO";

    private static readonly string[] OperatorsOfAll = ["=", "!=", In, "NOT IN", Exists, "NOT EXISTS"];

    /// <summary>As they are typed, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<FilterField>().Select(NameOf)];

    public static string NameOf(FilterField field) =>
        field switch
        {
            FilterField.Kind => "kind",
            FilterField.Topic => "topic",
            FilterField.Speaker => "speaker",
            FilterField.Event => "event",
            FilterField.Language => "language",
            FilterField.Year => "year",
            FilterField.Date => "date",
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

    /// <summary>The field of this name, whatever its case; null when there is none.</summary>
    public static FilterField? Find(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                return (FilterField)i;
        }
        return null;
    }

    /// <summary>True for fields whose values come one after the other.</summary>
    public static bool IsOrdered(FilterField field) => field is FilterField.Year or FilterField.Date;

    /// <summary>What can stand behind the field's name.</summary>
    public static IReadOnlyList<string> OperatorsOf(FilterField field) =>
        IsOrdered(field) ? [.. OperatorsOfAll, ">", ">=", "<", "<=", "VALUE TO VALUE"] : OperatorsOfAll;

    /// <summary>What can stand where a value of the field is expected.</summary>
    public static IReadOnlyList<string> ValuesOf(FilterField field) =>
        field switch
        {
            FilterField.Kind => ["talk", "interview"],
            FilterField.Year => ["a year from 1 to 9999", "a range of years such as 2014..2018"],
            FilterField.Date =>
            [
                "a date such as 2024, 2024-03 or 2024-03-05",
                "a range of dates such as 2024-01..2024-06",
            ],
            _ => ["a value"],
        };

    /// <summary>What can stand where one year or one date is expected.</summary>
    public static IReadOnlyList<string> BoundsOf(FilterField field) => [ValuesOf(field)[0]];
}
