using Search.Service.Parameters;

namespace Search.Tests.Http;

public sealed class PercentTextTests
{
    [Theory]
    [InlineData("a+b%2Bc", "a b+c")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%4", "%zz%4")]
    [InlineData("%ff", "\uFFFD")]
    [InlineData("%C3%A9", "é")]
    [InlineData("%c3", "\uFFFD")]
    [InlineData("é%20공", "é 공")]
    [InlineData("%F0%9F%98%80", "😀")]
    [InlineData("%2520", "%20")]
    [InlineData("%00", "\0")]
    public void A_query_string_is_read_as_browsers_write_it(string encoded, string text) =>
        Assert.Equal(text, PercentText.DecodeQuery(encoded));

    [Theory]
    [InlineData("a%2Fb+c", "a/b+c")]
    [InlineData("%25", "%")]
    [InlineData("%252F", "%2F")]
    [InlineData("%EA%B3%B5", "공")]
    [InlineData("a,b", "a,b")]
    public void A_segment_is_decoded_exactly_once(string encoded, string text)
    {
        Assert.True(PercentText.TryDecodeSegment(encoded, out var decoded));
        Assert.Equal(text, decoded);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%zz")]
    [InlineData("%ff")]
    [InlineData("a%C3")]
    public void A_segment_that_is_not_properly_encoded_is_refused(string encoded) =>
        Assert.False(PercentText.TryDecodeSegment(encoded, out _));
}
