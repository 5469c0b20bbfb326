using System.Text.RegularExpressions;
using CsCheck;
using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class WildcardPatternTests
{
    [Theory]
    [InlineData("te?t", "test", true)]
    [InlineData("te?t", "tet", false)]
    [InlineData("te*t", "tet", true)]
    [InlineData("te*t", "tempest", true)]
    [InlineData("te*t", "tests", false)]
    [InlineData("TÉ?T", "test", true)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a\\*b", "axb", false)]
    [InlineData("a\\u0062?", "abc", true)]
    [InlineData("a*", "a", true)]
    [InlineData("a?", "a", false)]
    public void A_word_fits_or_not(string pattern, string word, bool fits) =>
        Assert.Equal(fits, WildcardPattern.Of(pattern).Matches(word));

    [Theory]
    [InlineData("Te?t*", "te?t*")]
    [InlineData("a\\*b?", "a\\*b?")]
    [InlineData("a\\\\?", "a\\\\?")]
    public void The_pattern_is_written_as_lucene_reads_it(string typed, string expected) =>
        Assert.Equal(expected, WildcardPattern.Of(typed).ToString());

    [Fact]
    public void Fitting_is_what_a_regular_expression_says() =>
        Gen.Select(Letters("ab*?"), Letters("ab"))
            .Sample(
                (pattern, word) =>
                {
                    var regex = $"^{pattern.Replace("*", ".*", StringComparison.Ordinal).Replace('?', '.')}$";
                    var options = RegexOptions.NonBacktracking;
                    Assert.Equal(
                        Regex.IsMatch(word, regex, options, TimeSpan.FromSeconds(9)),
                        WildcardPattern.Of(pattern).Matches(word)
                    );
                }
            );

    private static Gen<string> Letters(string alphabet) =>
        Gen.OneOf(alphabet.ToCharArray()).Array[0, 10].Select(letters => new string(letters));
}
