using CsCheck;
using Search.Engine.Analysis;
using Search.Engine.Synonyms;

namespace Search.Tests.Synonyms;

public sealed class SynonymFileTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    [Theory]
    [InlineData("kubernetes", "\"kubernetes\" stands alone; write what it means behind a comma or an arrow (=>).")]
    [InlineData("a1, , b1", "Something is missing before or after a comma or an arrow.")]
    [InlineData("a1,", "Something is missing before or after a comma or an arrow.")]
    [InlineData("a1 =>", "Something is missing before or after a comma or an arrow.")]
    [InlineData("=> b1", "Something is missing before or after a comma or an arrow.")]
    [InlineData("=>", "Something is missing before or after a comma or an arrow.")]
    [InlineData("a1 => b1 => c1", "It has 2 arrows (=>); one is allowed.")]
    [InlineData("a1, ?!", "\"?!\" holds no word.")]
    [InlineData("a1, 1 2 3 4 5 6 7 8 9 10 11", "\"1 2 3 4 5 6 7 8 9 10 11\" has 11 words; 10 are allowed.")]
    [InlineData("CI, ci", "\"CI\" and \"ci\" are the same word for the search, so the line does nothing.")]
    [InlineData(
        "database => databases",
        "\"database\" and \"databases\" are the same word for the search, so the line does nothing."
    )]
    [InlineData("a1, b\uFFFD", "It is not UTF-8.")]
    public void A_bad_line_is_skipped_and_says_why_while_the_others_work(string line, string reason)
    {
        var table = Read($"k8s, kubernetes\n\n{line}\nml, machine learning");
        var fault = Assert.Single(table.Faults);
        Assert.Equal(new SynonymFault("test.txt", 3, reason), fault);
        Assert.Equal($"test.txt, line 3: {reason}", fault.ToString());
        Assert.Equal(4, table.Count);
    }

    [Fact]
    public void A_line_has_at_most_fifty_alternatives()
    {
        var fifty = string.Join(',', Enumerable.Range(0, 50).Select(i => $"w{i}"));
        Assert.Empty(Read(fifty).Faults);
        Assert.Single(Read(fifty + ",more").Faults);
    }

    [Theory]
    [InlineData("k8s, kubernetes\r\n# x\r\n")]
    [InlineData("   # indented comment\n\tk8s ,kubernetes\t")]
    [InlineData("k8s,kubernetes")]
    public void Line_ends_blanks_and_comments_do_not_matter(string text)
    {
        var table = Read(text);
        Assert.Empty(table.Faults);
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        Gen.OneOf(
                Gen.String,
                Gen.OneOf(new[] { ",", "=>", "a", " b", "#", "\n", "=", ">", "\ud800", "共" })
                    .Array[0, 30]
                    .Select(string.Concat)
            )
            .Sample(text => Assert.NotNull(Read(text)));

    [Fact]
    public void The_built_in_list_has_no_fault_and_no_line_that_does_nothing()
    {
        var table = SynonymFile.ReadBuiltIn(analysis);
        Assert.Empty(table.Faults);
        Assert.True(table.Count > 150, $"{table.Count}");
        Assert.Equal(["kubernetes"], table.Expand(["k8s"]).Select(match => match.Words.Single().Exact));
        Assert.Equal(
            ["machine learning"],
            table.Expand(["ml"]).Select(m => string.Join(' ', m.Words.Select(w => w.Exact)))
        );
    }

    private SynonymTable Read(string text) => SynonymFile.Read(new StringReader(text), "test.txt", analysis);

    public void Dispose() => analysis.Dispose();
}
