using CsCheck;
using Search.Engine.Querying;

namespace Search.Tests.Querying;

public sealed class YearRangeTests
{
    [Theory]
    [InlineData("2017", 2017, 2017)]
    [InlineData("2017..2019", 2017, 2019)]
    [InlineData("2017..", 2017, 9999)]
    [InlineData("..2019", 1, 2019)]
    [InlineData(" 7 ", 7, 7)]
    public void A_range_of_years_may_be_open_at_an_end(string text, int first, int last)
    {
        Assert.True(YearRange.TryParse(text, out var range));
        Assert.Equal(new YearRange(first, last), range);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("0")]
    [InlineData("10000")]
    [InlineData("2019..2017")]
    [InlineData("2017..2018..2019")]
    [InlineData("２０１７")]
    [InlineData("-5")]
    [InlineData("soon")]
    public void Anything_else_is_no_range_of_years(string text) => Assert.False(YearRange.TryParse(text, out _));

    [Fact]
    public void A_range_is_written_as_it_is_read() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 9999])
            .Sample(
                (one, other) =>
                {
                    var range = new YearRange(Math.Min(one, other), Math.Max(one, other));
                    Assert.True(YearRange.TryParse(range.ToString(), out var again));
                    Assert.Equal(range, again);
                }
            );
}
