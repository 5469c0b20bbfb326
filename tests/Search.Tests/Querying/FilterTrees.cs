using CsCheck;
using Search.Engine.Documents;
using Search.Engine.Querying;

namespace Search.Tests.Querying;

/// <summary>Filters and filter expressions as properties are tried on.</summary>
internal static class FilterTrees
{
    private static readonly Gen<string> Value = Gen.Frequency(
            (1, Gen.OneOf("A", "machine learning", "O'Brien", "\"", "\\", "a\\\"b", "AND", "“x”", "é", "🦀", "[,]")),
            (2, Gen.String[1, 8])
        )
        .Where(value => !string.IsNullOrWhiteSpace(value));

    private static readonly Gen<YearRange> Years = Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 9999])
        .Select((one, other) => new YearRange(Math.Min(one, other), Math.Max(one, other)));

    private static readonly Gen<DayRange> Days = Gen.Select(Gen.DateOnly, Gen.DateOnly)
        .Select(
            (one, other) => one < other ? new DayRange(Number(one), Number(other)) : new(Number(other), Number(one))
        );

    private static readonly Gen<FilterNode> Condition = Gen.OneOf<FilterNode>(
        Gen.Enum<RecordKind>().Array[1, 3].Select(kinds => (FilterNode)new KindCondition(kinds)),
        Gen.Select(Gen.Enum<FilterField>(), Value.Array[1, 3]).Select(TextConditionOf),
        Years.Array[1, 3].Select(years => (FilterNode)new YearCondition(years)),
        Days.Array[1, 3].Select(days => (FilterNode)new DateCondition(days)),
        Gen.Enum<FilterField>().Select(field => (FilterNode)new ExistsCondition(field))
    );

    /// <summary>Any filter that can be written, up to five levels of brackets and NOT.</summary>
    public static Gen<FilterNode> Tree { get; } = TreeOf(5);

    /// <summary>Text of pieces that mean something in a filter expression.</summary>
    public static Gen<string> Expression { get; } =
        Gen.Frequency(
            (
                8,
                Gen.OneOf(
                        "kind|topic|speaker|year|date|event|foo|AND|OR|not|in|to|exists|=|!=|>|<=|(|)|[|]|,|talk|2014|2014..2018|2024-02-30|\"|'|\\|“|\"a b\"|'x'|!|\uD800|\0|x".Split(
                            '|'
                        )
                    )
                    .Array[0, 25]
                    .Select(pieces => string.Join(' ', pieces))
            ),
            (1, Gen.String),
            (1, Tree.Select(tree => tree.ToString()))
        );

    private static Gen<FilterNode> TreeOf(int depth)
    {
        if (depth == 0)
            return Condition;
        var smaller = TreeOf(depth - 1);
        return Gen.Frequency(
            (3, Condition),
            (1, smaller.Select(part => (FilterNode)new FilterNot(part))),
            (1, smaller.Array[2, 3].Select(parts => (FilterNode)new FilterAll([.. parts.SelectMany(PartsOfAll)]))),
            (1, smaller.Array[2, 3].Select(parts => (FilterNode)new FilterAny([.. parts.SelectMany(PartsOfAny)])))
        );
    }

    private static IEnumerable<FilterNode> PartsOfAll(FilterNode node) => node is FilterAll all ? all.Parts : [node];

    private static IEnumerable<FilterNode> PartsOfAny(FilterNode node) =>
        node is FilterAny any ? any.Alternatives : [node];

    private static FilterNode TextConditionOf(FilterField field, string[] values) =>
        field is FilterField.Topic or FilterField.Speaker or FilterField.Event or FilterField.Language
            ? new TextCondition(field, values)
            : new TextCondition(FilterField.Topic, values);

    private static int Number(DateOnly date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;
}
