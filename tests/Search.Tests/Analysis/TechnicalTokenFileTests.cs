using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

public sealed class TechnicalTokenFileTests
{
    [Fact]
    public void A_line_gives_token_word_aliases_and_other_words()
    {
        var entry = Assert.Single(Read("# comment\n\nTCP/IP\ttcpip\ttcp-ip, tcp ip\ttcp ip\n"));
        Assert.Equal(("TCP/IP", "tcpip"), (entry.Token, entry.Word));
        Assert.Equal(["tcp-ip", "tcp ip"], entry.Aliases);
        Assert.Equal(["tcp", "ip"], entry.Also);
    }

    [Fact]
    public void A_dash_stands_for_no_aliases()
    {
        var entry = Assert.Single(Read("O(n)\toofn\t-\tbigo"));
        Assert.Empty(entry.Aliases);
        Assert.Equal(["bigo"], entry.Also);
    }

    [Theory]
    [InlineData("C#", "t.tsv, line 1: 2 to 4 columns divided by tabs are expected, here are 1.")]
    [InlineData("C#\ta\tb\tc\td", "t.tsv, line 1: 2 to 4 columns divided by tabs are expected, here are 5.")]
    [InlineData("C#\tc#", "t.tsv, line 1: \"c#\" is no word: only small letters a-z and digits are allowed.")]
    [InlineData("C#\tCsharp", "t.tsv, line 1: \"Csharp\" is no word: only small letters a-z and digits are allowed.")]
    [InlineData("C#\t", "t.tsv, line 1: \"\" is no word: only small letters a-z and digits are allowed.")]
    [InlineData("C\tcc", "t.tsv, line 1: \"C\" is too short: a token or alias has at least two characters.")]
    [InlineData("\tcc", "t.tsv, line 1: \"\" is too short: a token or alias has at least two characters.")]
    [InlineData(
        "C#\tcsharp\tc sharp,c-sharp, ",
        "t.tsv, line 1: \"\" is too short: a token or alias has at least two characters."
    )]
    [InlineData("C#\tcsharp\tc  sharp", "t.tsv, line 1: \"c  sharp\" has a blank at its ends or two in a row.")]
    [InlineData("C#\tcsharp\n\nF#\tfsharp\tc#", "t.tsv, line 3: \"c#\" stands already in line 1.")]
    [InlineData("C#\tcsharp\nC♯\tcsharp", "t.tsv, line 2: \"csharp\" stands already in line 1.")]
    [InlineData("A/B\tab\t-\ta b\tx\n", "t.tsv, line 1: 2 to 4 columns divided by tabs are expected, here are 5.")]
    [InlineData("A/B\tab\t-\ta-b", "t.tsv, line 1: \"a-b\" is no word: only small letters a-z and digits are allowed.")]
    public void A_wrong_line_is_refused_with_its_place_and_the_reason(string table, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(table)).Message);

    [Fact]
    public void A_token_may_be_spelt_like_its_word() => Assert.Single(Read("iOS\tios"));

    private static IReadOnlyList<TechnicalToken> Read(string table) =>
        TechnicalTokenFile.Read(new StringReader(table), "t.tsv");
}
