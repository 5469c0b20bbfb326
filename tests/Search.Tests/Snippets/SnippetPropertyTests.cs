using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using Search.Engine.Analysis;
using Search.Engine.Querying;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class SnippetPropertyTests : IDisposable
{
    private static readonly Gen<QueryField> Field = Gen.Enum<QueryField>();

    private static readonly Gen<QueryNode> Leaf = Gen.OneOf<QueryNode>(
        Gen.Select(AnyText.Word, Field, (word, field) => (QueryNode)new WordNode(word, field)),
        Gen.Select(AnyText.Word, Field, (word, field) => (QueryNode)new PrefixNode(word, field)),
        Gen.Select(AnyText.Word, Gen.Int[1, 2], (word, edits) => (QueryNode)new FuzzyNode(word, edits)),
        AnyText.Word.List[1, 3].Select(words => (QueryNode)new PhraseNode(string.Join(' ', words)))
    );

    private static readonly Gen<QueryNode> Node = Gen.OneOf(
        Leaf,
        Leaf.List[2, 3].Select(nodes => (QueryNode)new AnyNode(nodes)),
        Leaf.List[2, 3].Select(nodes => (QueryNode)new AllNode(nodes))
    );

    private static readonly Gen<ParsedQuery> Query = Gen.Select(
            Node,
            Gen.Bool,
            (node, must) => new QueryClause(node, must)
        )
        .List[0, 4]
        .Select(clauses => new ParsedQuery("", clauses, [], [], []));

    private readonly TextAnalysis analysis = new();

    public void Dispose() => analysis.Dispose();

    [Fact]
    public void Highlights_are_sorted_apart_inside_and_on_borders_of_graphemes() =>
        Gen.Select(AnyText.Any, Query, Field)
            .Sample((text, query, field) => AssertRanges(text, Highlighter.Ranges(text, Terms(query), field)));

    [Fact]
    public void So_are_those_of_snippets() => Sample((_, snippet, _) => AssertRanges(snippet.Text, snippet.Ranges));

    [Fact]
    public void The_html_of_a_snippet_decodes_to_its_text() =>
        Sample(
            (_, snippet, _) =>
            {
                var html = SnippetHtml.Of(snippet);
                var tags = html.Replace("<mark>", "", StringComparison.Ordinal)
                    .Replace("</mark>", "", StringComparison.Ordinal);
                Assert.DoesNotContain('<', tags);
                Assert.Equal(snippet.Text, WebUtility.HtmlDecode(tags));
            }
        );

    [Fact]
    public void A_snippet_is_no_longer_than_asked_for() =>
        Sample(
            (_, snippet, words) =>
            {
                Assert.InRange(snippet.Text.Split(' ').Length, 0, (int)(words * 1.2) + 1);
                Assert.InRange(snippet.Text.Length, 0, (words * 10) + 160);
            }
        );

    [Fact]
    public void A_snippet_stands_in_the_text_without_its_ellipses() =>
        Sample((text, snippet, _) => Assert.Contains(Inner(snippet), OneLine(text), StringComparison.Ordinal));

    [Fact]
    public void A_snippet_shows_something_when_the_text_does() =>
        Sample((text, snippet, _) => Assert.Equal(OneLine(text).Length == 0, snippet.Text.Length == 0));

    [Fact]
    public void No_grapheme_of_the_text_is_cut() =>
        Sample(
            (text, snippet, _) =>
            {
                var graphemes = Graphemes(OneLine(text)).ToHashSet(StringComparer.Ordinal);
                Assert.All(Graphemes(Inner(snippet)), grapheme => Assert.Contains(grapheme, graphemes));
            }
        );

    [Fact]
    public void A_text_with_a_match_gives_a_snippet_with_a_match() =>
        SampleQueries(
            (text, query, words) =>
            {
                var terms = Terms(query);
                var snippet = SnippetMaker.Make("abstract", text, terms, words);
                var matches = terms.Matches(text, QueryField.All);
                Assert.Equal(
                    matches.Exists(match => OneLine(text[match.Start..match.End]) != ""),
                    snippet.Ranges.Count > 0
                );
            }
        );

    [Fact]
    public void Snippets_hold_nothing_that_turns_or_breaks_a_page() =>
        Sample(
            (_, snippet, _) =>
                Assert.All(
                    snippet.Text.EnumerateRunes(),
                    rune =>
                        Assert.False(
                            Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
                        )
                )
        );

    private void Sample(Action<string, Snippet, int> check) =>
        SampleQueries(
            (text, query, words) => check(text, SnippetMaker.Make("abstract", text, Terms(query), words), words)
        );

    private static void SampleQueries(Action<string, ParsedQuery, int> check) =>
        Gen.Select(AnyText.Any, Query, Gen.Int[1, 40]).Sample(check, iter: 1000);

    private HighlightTerms Terms(ParsedQuery query) => HighlightTerms.Of(query, analysis);

    private static void AssertRanges(string text, IReadOnlyList<HighlightRange> ranges)
    {
        var borders = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        var end = 0;
        foreach (var range in ranges)
        {
            Assert.InRange(range.Start, end, text.Length);
            Assert.InRange(range.End, range.Start + 1, text.Length);
            Assert.Contains(range.Start, borders);
            Assert.Contains(range.End, borders);
            end = range.End;
        }
    }

    private static string Inner(Snippet snippet) => snippet.Text.Trim('…');

    private static IEnumerable<string> Graphemes(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    // The whole text as a snippet shows texts: written apart from the code.
    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                line.Append(' ');
            else if (rune.Value is 0xFFFE or 0xFFFF or (>= 0xFDD0 and <= 0xFDEF))
                line.Append('\uFFFD');
            else if (
                !Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
            )
                line.Append(rune.ToString());
        }
        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
