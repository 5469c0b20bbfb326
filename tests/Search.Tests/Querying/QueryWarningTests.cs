using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class QueryWarningTests
{
    [Theory]
    [InlineData("author:ann", "\"author\" is no field. Fields are title:, speaker:, topic:, event:, kind: and year:.")]
    [InlineData(
        "title: paxos",
        "\"title:\" was searched as a word: what to look for follows the colon without a space."
    )]
    [InlineData("kind:podcast", "\"kind:podcast\" was searched as words: a kind is talk or interview.")]
    [InlineData(
        "year:soon",
        "\"year:soon\" was searched as words: write year:2017, year:2017..2019, year:2017.. or year:..2019."
    )]
    [InlineData("word~9", "\"word~9\" was searched with two edits; more are not possible.")]
    [InlineData("\"a b\"~3", "\"~3\" behind a phrase or a bracket means nothing here and was ignored.")]
    [InlineData("(a b)^2", "\"^2\" behind a phrase or a bracket means nothing here and was ignored.")]
    [InlineData(
        "\"exactly onc",
        "The last quotation mark has no partner; the words behind it were searched one by one."
    )]
    [InlineData("-\"exactly onc", "The last quotation mark has no partner; all behind it was left out as one phrase.")]
    [InlineData("a | -b", "What is excluded is excluded from the whole query, also inside OR and brackets.")]
    [InlineData("kind:talk | a", "kind: and year: restrict the whole query, also inside OR and brackets.")]
    [InlineData("-(kind:talk a)", "kind: and year: restrict the whole query, also inside OR and brackets.")]
    [InlineData("???", "There is no word in \"???\"; everything is shown.")]
    public void A_warning_says_what_was_done_instead(string typed, string sentence) =>
        Assert.EndsWith(sentence, Assert.Single(SimpleQueryParser.Parse(typed).Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://x.y/z")]
    [InlineData("std::vector")]
    [InlineData("10:30")]
    [InlineData("C:")]
    [InlineData("Note: this")]
    [InlineData("title::x")]
    [InlineData("-kind:talk -a")]
    [InlineData("kind:talk | interview")]
    [InlineData("(a b")]
    public void What_is_understood_needs_no_warning(string typed) =>
        Assert.Empty(SimpleQueryParser.Parse(typed).Warnings);

    [Fact]
    public void Each_warning_is_given_once_and_not_more_than_ten()
    {
        var typed = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"{(char)('a' + (i % 26))}x:y word~9"));
        var warnings = SimpleQueryParser.Parse(typed).Warnings;
        Assert.Equal(10, warnings.Count);
        Assert.Equal(10, warnings.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_long_word_is_quoted_in_part()
    {
        var warning = Assert.Single(
            SimpleQueryParser.Parse("foo:" + string.Concat(Enumerable.Repeat("🦀", 500))).Warnings
        );
        Assert.InRange(warning.Length, 1, 200);
        Assert.Contains("🦀…\"", warning, StringComparison.Ordinal);
    }
}
