using CsCheck;
using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;

namespace Search.Tests.Searching;

/// <summary>A search and, beside it, what it means in plain terms.</summary>
/// <param name="Request">Its first page.</param>
/// <param name="Matches">Whether a document with these stems matches the words of the query.</param>
/// <param name="Passes">Whether a record passes what is typed into the query, and the expression.</param>
internal sealed record RandomSearch(
    SearchRequest Request,
    Func<NaiveScan, IReadOnlySet<string>, bool> Matches,
    Func<NaiveScan, Record, bool> Passes
);

/// <summary>A piece of text and what it means.</summary>
internal sealed record Meaning<T>(string Text, Func<NaiveScan, T, bool> Holds);

/// <summary>Random searches over <see cref="RandomRecords"/>.</summary>
internal static class RandomSearches
{
    private static readonly string[] Years = ["2015", "2018", "2020", "2016..2018", "2018..", "..2016"];

    private static readonly Gen<Meaning<IReadOnlySet<string>>> Words = Gen.Select(
        Gen.OneOf(RandomRecords.Words).Array[0, 3],
        Gen.OneOf(RandomRecords.Words).Array[0, 1],
        Gen.Bool,
        Query
    );

    private static readonly Gen<Meaning<Record>> Typed = Gen.OneOf<Meaning<Record>>([
        new Meaning<Record>("", (_, _) => true),
        new Meaning<Record>("kind:talk", (_, record) => record is Talk),
        new Meaning<Record>("-kind:talk", (_, record) => record is not Talk),
        new Meaning<Record>("year:2016..2018", (_, record) => record.Date?.Year is >= 2016 and <= 2018),
        new Meaning<Record>("-year:2018", (_, record) => record.Date?.Year != 2018),
        new Meaning<Record>("year:2015 | year:2018", (_, record) => record.Date?.Year is 2015 or 2018),
    ]);

    private static readonly Gen<RecordFilter> Lists = Gen.Select(
        Seldom(Gen.Enum<RecordKind>().Array[1]),
        Seldom(ValuesOf(RandomRecords.Topics)),
        Seldom(ValuesOf(RandomRecords.Speakers)),
        Seldom(ValuesOf(RandomRecords.Events)),
        Seldom(ValuesOf(RandomRecords.Languages)),
        (kinds, topics, speakers, events, languages) =>
            new RecordFilter
            {
                Kinds = kinds,
                Topics = topics,
                Speakers = speakers,
                Events = events,
                Languages = languages,
            }
    );

    private static readonly Gen<RecordFilter> Filter = Gen.Select(
        Lists,
        Seldom(Gen.OneOf(Years).Array[1, 2]),
        Seldom(Gen.OneOf(RandomRecords.Dates).Array[1]),
        Seldom(Gen.OneOf(RandomRecords.Dates).Array[1]),
        (lists, years, from, to) =>
            lists with
            {
                Years = [.. years.Select(text => YearRange.TryParse(text, out var range) ? range : default)],
                From = DateOf(from),
                To = DateOf(to),
            }
    );

    private static readonly Gen<SearchRequest> Shape = Gen.Select(
        Gen.Enum<HitGroup>(),
        Gen.Int[5, 100],
        Gen.OneOf(100, 3),
        Gen.Shuffle(Enum.GetValues<FacetField>()),
        Gen.Int[1, 6],
        (group, hitsPerPage, limit, facets, count) =>
            new SearchRequest
            {
                Match = MatchMode.Any,
                CorrectSpelling = false,
                Group = group,
                HitsPerPage = hitsPerPage,
                FacetLimit = limit,
                Facets = facets[..count],
            }
    );

    public static Gen<RandomSearch> All { get; } =
        Gen.Select(
            Words,
            Gen.Frequency((4, Gen.Const(new Meaning<Record>("", (_, _) => true))), (1, Typed)),
            Filter,
            Gen.Frequency((2, Gen.Const(new Meaning<Record>("", (_, _) => true))), (1, RandomExpressions.All)),
            Shape,
            Combine
        );

    /// <summary>Values as some record has them and in another spelling, and values that no record has.</summary>
    public static Gen<string[]> ValuesOf(string[] known) =>
        Gen.OneOf(
            Gen.OneOf(known),
            Gen.OneOf(known).Select(value => value.ToUpperInvariant()),
            Gen.OneOf(known).Select(value => $" {value} "),
            Gen.Const("nonsense")
        ).Array[1, 2];

    private static Gen<T[]> Seldom<T>(Gen<T[]> values) => Gen.Frequency((3, Gen.Const(Array.Empty<T>())), (1, values));

    private static Meaning<IReadOnlySet<string>> Query(string[] wanted, string[] excluded, bool all)
    {
        var parts = wanted.Select(word => all ? $"+{word}" : word).Concat(excluded.Select(word => $"-{word}"));
        return new Meaning<IReadOnlySet<string>>(
            string.Join(' ', parts),
            (scan, stems) => HasWanted(scan, stems) && !excluded.Any(word => stems.Contains(scan.Stem(word)))
        );

        bool HasWanted(NaiveScan scan, IReadOnlySet<string> stems) =>
            wanted.Length == 0
            || (
                all
                    ? wanted.All(word => stems.Contains(scan.Stem(word)))
                    : wanted.Any(word => stems.Contains(scan.Stem(word)))
            );
    }

    private static PartialDate? DateOf(string[] texts) =>
        texts is [var text] && PartialDate.TryParse(text, out var date) ? date : null;

    private static RandomSearch Combine(
        Meaning<IReadOnlySet<string>> words,
        Meaning<Record> typed,
        RecordFilter filter,
        Meaning<Record> expression,
        SearchRequest shape
    )
    {
        var parsed = FilterExpressionParser.Parse(expression.Text);
        Assert.Null(parsed.Error);
        var request = shape with
        {
            Query = $"{words.Text} {typed.Text}".Trim(),
            Filter = filter with { Expression = parsed.Filter },
        };
        return new RandomSearch(
            request,
            words.Holds,
            (scan, record) => typed.Holds(scan, record) && expression.Holds(scan, record)
        );
    }
}
