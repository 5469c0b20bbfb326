using CsCheck;
using Search.Engine.Documents;
using Search.Engine.Searching;

namespace Search.Tests.Searching;

/// <summary>Random filter expressions, each with what it means for a record.</summary>
internal static class RandomExpressions
{
    private static readonly Gen<Meaning<Record>> Fixed = Gen.OneOf<Meaning<Record>>([
        new Meaning<Record>("kind = interview", (_, record) => record is Interview),
        new Meaning<Record>("kind IN [talk, interview]", (_, _) => true),
        new Meaning<Record>("year >= 2017", (_, record) => record.Date?.Year >= 2017),
        new Meaning<Record>("year != 2018", (_, record) => record.Date?.Year != 2018),
        new Meaning<Record>("year IN [2015, 2017..2018]", (_, record) => record.Date?.Year is 2015 or 2017 or 2018),
        new Meaning<Record>("date < 2018-01-01", (_, record) => record.Date?.FirstDay < 20180101),
        new Meaning<Record>(
            "date 2016-05 TO 2018-01",
            (_, record) => record.Date?.FirstDay is >= 20160501 and < 20180201
        ),
        new Meaning<Record>("date EXISTS", (_, record) => record.Date is not null),
        new Meaning<Record>("kind EXISTS", (_, _) => true),
        new Meaning<Record>("topic EXISTS", (_, record) => record.Topics.Count > 0),
        new Meaning<Record>("speaker NOT EXISTS", (_, record) => record.Speakers.Count == 0),
        new Meaning<Record>("language EXISTS", (_, record) => record.Language is not null),
    ]);

    private static readonly Gen<Meaning<Record>> Condition = Gen.OneOf(
        Fixed,
        OneOfValues("topic", FacetField.Topic, RandomRecords.Topics),
        OneOfValues("speaker", FacetField.Speaker, RandomRecords.Speakers),
        OneOfValues("event", FacetField.Event, RandomRecords.Events),
        OneOfValues("language", FacetField.Language, RandomRecords.Languages)
    );

    public static Gen<Meaning<Record>> All { get; } = Tree(3);

    private static Gen<Meaning<Record>> OneOfValues(string name, FacetField field, string[] known) =>
        Gen.Select(
            RandomSearches.ValuesOf(known),
            Gen.Bool,
            (values, isNegated) =>
            {
                var list = string.Join(", ", values.Select(value => $"\"{value}\""));
                return new Meaning<Record>(
                    $"{name} {(isNegated ? "NOT IN" : "IN")} [{list}]",
                    (scan, record) => scan.HasAny(record, field, values) != isNegated
                );
            }
        );

    private static Gen<Meaning<Record>> Tree(int depth)
    {
        if (depth == 0)
            return Condition;
        var part = Tree(depth - 1);
        return Gen.OneOf(Condition, part.Select(Not), Gen.Select(part, part, And), Gen.Select(part, part, Or));
    }

    private static Meaning<Record> Not(Meaning<Record> part) =>
        new($"NOT ({part.Text})", (scan, record) => !part.Holds(scan, record));

    private static Meaning<Record> And(Meaning<Record> left, Meaning<Record> right) =>
        new(
            $"({left.Text}) AND ({right.Text})",
            (scan, record) => left.Holds(scan, record) && right.Holds(scan, record)
        );

    private static Meaning<Record> Or(Meaning<Record> left, Meaning<Record> right) =>
        new(
            $"({left.Text}) OR ({right.Text})",
            (scan, record) => left.Holds(scan, record) || right.Holds(scan, record)
        );
}
