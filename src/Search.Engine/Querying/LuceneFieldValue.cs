using Lucene.Net.QueryParsers.Classic;
using Search.Engine.Documents;

namespace Search.Engine.Querying;

/// <summary>Values of the fields that hold no text: kinds, years, dates.</summary>
internal static class LuceneFieldValue
{
    /// <summary>Whether the token is a value of the field; null when it is.</summary>
    public static QuerySyntaxError? Check(LuceneField field, Token token)
    {
        var value = ValueOf(token);
        var isValue = field.Kind switch
        {
            LuceneFieldKind.Kind => KindOf(value) is not null,
            LuceneFieldKind.Year => YearOf(value) is not null,
            LuceneFieldKind.Date => DaysOf(value) is not null,
            _ => true,
        };
        if (isValue)
            return null;
        var expected = Expected(field.Kind);
        var wanted = string.Join(" or ", expected);
        return new QuerySyntaxError(
            token.BeginColumn,
            $"{field.Name}: takes {wanted}, not {QueryWarnings.Quote(value)}.",
            expected
        );
    }

    /// <summary>What a field takes, for messages.</summary>
    public static string[] Expected(LuceneFieldKind kind) =>
        kind switch
        {
            LuceneFieldKind.Kind => ["talk", "interview"],
            LuceneFieldKind.Year => ["a year such as 2024"],
            LuceneFieldKind.Date => ["a year, a month or a day such as 2024, 2024-03 or 2024-03-05"],
            LuceneFieldKind.Language => ["a language such as en"],
            LuceneFieldKind.Id => ["an id"],
            _ => ["a word"],
        };

    /// <summary>The kind that a value names.</summary>
    public static RecordKind? KindOf(string value) =>
        value.ToUpperInvariant() switch
        {
            "TALK" => RecordKind.Talk,
            "INTERVIEW" => RecordKind.Interview,
            _ => null,
        };

    /// <summary>The days of a year, as yyyymmdd.</summary>
    public static (int First, int Last)? YearOf(string value) =>
        YearRange.TryParse(value, out var years) && years.First == years.Last
            ? ((years.First * 10_000) + 101, (years.First * 10_000) + 1231)
            : null;

    /// <summary>The days of a year, a month or a day, as yyyymmdd.</summary>
    public static (int First, int Last)? DaysOf(string value) =>
        PartialDate.TryParse(value, out var date) ? (date.FirstDay, date.LastDay) : YearOf(value);

    /// <summary>The same for a token; null for <c>*</c>.</summary>
    public static (int First, int Last)? Days(Token token) => DaysOf(ValueOf(token));

    private static string ValueOf(Token token)
    {
        var isQuoted = token.Kind is RegexpToken.QUOTED or RegexpToken.RANGE_QUOTED;
        return LuceneTokens.Unescape(isQuoted ? token.Image.AsSpan(1, token.Image.Length - 2) : token.Image);
    }
}
