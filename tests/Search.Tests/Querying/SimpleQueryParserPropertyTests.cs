using System.Text;
using CsCheck;
using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class SimpleQueryParserPropertyTests
{
    private const int Iterations = 20_000;

    [Fact]
    public void A_query_in_canonical_form_reads_as_the_same_query() =>
        TypedQueries.Any.Sample(
            typed =>
            {
                var query = SimpleQueryParser.Parse(typed);
                var again = SimpleQueryParser.Parse(query.ToString());
                Assert.Equal(TypedQueries.Meaning(query), TypedQueries.Meaning(again));
                Assert.Equal(query.ToString(), again.ToString());
            },
            iter: Iterations
        );

    // What the property above found once.
    [Theory]
    [InlineData("year:2017~0")]
    [InlineData("year:soon | +2017")]
    [InlineData("+\"-)x)")]
    [InlineData("NOT --fl)ag")]
    [InlineData("title:/)x")]
    [InlineData("+1~0")]
    public void A_hard_query_in_canonical_form_reads_as_the_same_query(string typed)
    {
        var query = SimpleQueryParser.Parse(typed);
        Assert.Equal(TypedQueries.Meaning(query), TypedQueries.Meaning(SimpleQueryParser.Parse(query.ToString())));
    }

    [Fact]
    public void A_query_that_was_cut_reads_as_the_same_query_too() =>
        Gen.Select(TypedQueries.Any, Gen.Int[0, 60], Gen.Int[0, 8], Gen.Int[0, 4])
            .Sample(
                (typed, characters, words, nesting) =>
                {
                    var limits = new QueryLimits
                    {
                        MaxCharacters = characters,
                        MaxWords = words,
                        MaxNesting = nesting,
                    };
                    var query = SimpleQueryParser.Parse(typed, limits);
                    Assert.Equal(
                        TypedQueries.Meaning(query),
                        TypedQueries.Meaning(SimpleQueryParser.Parse(query.ToString()))
                    );
                    Assert.True(query.Text.Length <= characters);
                    Assert.True(CountWords(query) <= words);
                },
                iter: Iterations
            );

    [Fact]
    public void No_text_of_a_query_is_empty_or_half_a_character() =>
        Sample(query =>
        {
            foreach (var node in TypedQueries.AllNodes(query))
            {
                var text = TextOf(node);
                Assert.True(text is null || (text.Any(c => !char.IsWhiteSpace(c)) && IsValidUtf16(text)), $"[{text}]");
            }
            Assert.True(IsValidUtf16(query.Text));
            Assert.All(query.Warnings, warning => Assert.True(IsValidUtf16(warning)));
        });

    [Fact]
    public void Alternatives_and_groups_have_two_parts_and_are_not_nested_in_their_like() =>
        Sample(query =>
        {
            foreach (var node in TypedQueries.AllNodes(query))
            {
                if (node is AnyNode any)
                    Assert.True(any.Alternatives.Count > 1 && !any.Alternatives.Any(part => part is AnyNode));
                if (node is AllNode all)
                    Assert.True(all.Parts.Count > 1 && !all.Parts.Any(part => part is AllNode));
            }
        });

    [Fact]
    public void Clauses_are_no_groups_and_exclusions_no_alternatives() =>
        Sample(query =>
        {
            Assert.DoesNotContain(query.Clauses, clause => clause.Node is AllNode);
            Assert.DoesNotContain(query.Excluded, node => node is AnyNode);
        });

    [Fact]
    public void Phrases_fields_and_alternatives_are_required() =>
        Sample(query =>
            Assert.All(
                query.Clauses,
                clause =>
                    Assert.True(clause.Required || clause.Node is not (PhraseNode or AnyNode) && !HasField(clause))
            )
        );

    [Fact]
    public void Text_without_syntax_is_its_words() =>
        Gen.OneOf("paxos", "C++", "at-least-once", "or", "l’été", "node.js", "what?", "x^2", "공", "std::map")
            .Array[0, 20]
            .Sample(words =>
            {
                var query = SimpleQueryParser.Parse(string.Join(' ', words));
                Assert.Equal(words, query.Clauses.Select(clause => Assert.IsType<WordNode>(clause.Node).Text));
                Assert.Empty(query.Warnings);
            });

    private static void Sample(Action<ParsedQuery> check) =>
        TypedQueries.Any.Sample(typed => check(SimpleQueryParser.Parse(typed)), iter: Iterations);

    private static int CountWords(ParsedQuery query) =>
        TypedQueries.AllNodes(query).Sum(CountWords)
        + query.Filters.Sum(f => f is AnyFilter any ? any.Alternatives.Count : 1);

    private static int CountWords(QueryNode node) =>
        node switch
        {
            PhraseNode phrase => CountWords(phrase.Text),
            AnyNode or AllNode => 0,
            _ => 1,
        };

    private static int CountWords(string phrase) =>
        phrase.Where((c, i) => !IsSeparatorAt(phrase, i) && (i == 0 || IsSeparatorAt(phrase, i - 1))).Count();

    private static bool IsSeparatorAt(string text, int place) => QueryCharacters.IsSeparator(text[place]);

    private static bool HasField(QueryClause clause) =>
        clause.Node
            is WordNode { Field: not QueryField.All }
                or PrefixNode { Field: not QueryField.All }
                or FuzzyNode { Field: not QueryField.All };

    private static string? TextOf(QueryNode node) =>
        node switch
        {
            WordNode word => word.Text,
            PrefixNode prefix => prefix.Text,
            FuzzyNode fuzzy => fuzzy.Text,
            PhraseNode phrase => phrase.Text,
            _ => null,
        };

    private static bool IsValidUtf16(string text)
    {
        try
        {
            return new UnicodeEncoding(false, false, throwOnInvalidBytes: true).GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
