using CsCheck;
using Search.Engine.Querying;

namespace Search.Tests.Querying;

/// <summary>Queries as properties are tried on, and what two readings of one query are compared by.</summary>
internal static class TypedQueries
{
    private static readonly string[] Pieces =
    [
        .. "\" “ ” « ( ) | - + OR AND NOT or title: speaker: topic: event: kind: year: foo: a b1 word C++ .NET".Split(
            ' '
        ),
        .. "O(n) f(x f( 2017 9 .. ~ ~0 ~1 ~9 * ** : :: / // \\ ^2 , . ??? – > = 🦀 é 공 talk interview 2017..2019".Split(
            ' '
        ),
        " ",
        " ",
        " ",
        "\u3000",
        "\0",
        "\n",
        "\u200B",
        "\uD83E",
        "\uDD80",
        "\uFFFD",
    ];

    /// <summary>A row of pieces that mean something in a query, glued or apart.</summary>
    public static Gen<string> Mixed { get; } = Gen.OneOf(Pieces).Array[0, 40].Select(string.Concat);

    /// <summary>Any text at all, repeated text and deep brackets among it.</summary>
    public static Gen<string> Any { get; } =
        Gen.Frequency(
            (10, Mixed),
            (3, Gen.String),
            (1, Gen.Char['\uD700', '\uE000'].Array[0, 30].Select(units => new string(units))),
            (1, Gen.Select(Mixed, Gen.Int[1, 200]).Select((piece, times) => Repeat(piece, times))),
            (1, Gen.Select(Mixed, Gen.Int[1, 40]).Select((piece, depth) => Repeat("a | (b ", depth) + piece)),
            (1, Gen.Select(Mixed, Gen.Int[1, 80]).Select((piece, depth) => new string('(', depth) + piece))
        );

    /// <summary>What was understood, without how it was typed.</summary>
    public static ParsedQuery Meaning(ParsedQuery query) => query with { Text = "", Warnings = [] };

    public static IEnumerable<QueryNode> Roots(ParsedQuery query) =>
        query.Clauses.Select(clause => clause.Node).Concat(query.Excluded);

    public static IEnumerable<QueryNode> AllNodes(ParsedQuery query) => Roots(query).SelectMany(WithParts);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static IEnumerable<QueryNode> WithParts(QueryNode node) =>
        node switch
        {
            AnyNode any => any.Alternatives.SelectMany(WithParts).Prepend(node),
            AllNode all => all.Parts.SelectMany(WithParts).Prepend(node),
            _ => [node],
        };
}
