using System.Text;
using Search.Service.Parameters;

namespace Search.Tests.Http;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("""{"q":"a\ud800b"}""", "a\uFFFDb")]
    [InlineData("""{"q":"\udc00\ud800"}""", "\uFFFD\uFFFD")]
    [InlineData("""{"q":"\ud83d\ude00"}""", "😀")]
    [InlineData("""{"q":"\"\\\/\b\f\n\r\t\u00e9"}""", "\"\\/\b\f\n\r\té")]
    [InlineData("""{"q":""}""", "")]
    [InlineData("""{"\u0071":"x"}""", "x")]
    public void Any_text_can_be_sent(string body, string text) => Assert.Equal(text, Read(body)["q"].Single().Text);

    [Fact]
    public void Bytes_that_are_no_text_become_replacement_characters()
    {
        var values = new ParameterValues();
        Assert.Null(JsonBody.Read([.. "{\"q\":\""u8, 0xFF, 0x61, .. "\"}"u8], values));
        Assert.Equal("\uFFFDa", values["q"].Single().Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("{}")]
    [InlineData("""{"q":null,"kind":[null]}""")]
    public void A_body_may_ask_for_nothing(string body) => Assert.Empty(Read(body).Names);

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Equal("x", Read("\uFEFF{\"q\":\"x\"}")["q"].Single().Text);

    [Fact]
    public void Lists_and_single_values_are_alike() =>
        Assert.Equal(
            ["talk", "interview", "2017"],
            Read("""{"kind":["talk","interview"],"Kind":2017}""")["kind"].Select(value => value.Text)
        );

    [Theory]
    [InlineData("{", 1)]
    [InlineData("nope", 1)]
    [InlineData("""{"q":"é" "page":1}""", 9)]
    [InlineData("{\n \"q\":}", 7)]
    [InlineData("""{"q":"a"} x""", 10)]
    [InlineData("""{"q":"\x"}""", 7)]
    public void What_is_no_json_is_refused_with_its_position(string body, int position)
    {
        var problem = JsonBody.Read(Encoding.UTF8.GetBytes(body), new ParameterValues());
        Assert.Equal("malformed_json", problem?.Code);
        Assert.Equal(position, problem?.Position);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"consensus\"")]
    [InlineData("null")]
    public void What_is_no_object_is_refused(string body) =>
        Assert.Equal("malformed_json", JsonBody.Read(Encoding.UTF8.GetBytes(body), new ParameterValues())?.Code);

    [Fact]
    public void Deep_nesting_is_refused_and_does_no_harm()
    {
        var body = Encoding.UTF8.GetBytes("{\"q\":" + new string('[', 100_000));
        Assert.Equal("malformed_json", JsonBody.Read(body, new ParameterValues())?.Code);
    }

    [Theory]
    [InlineData("""{"q":{"a":1}}""")]
    [InlineData("""{"q":[["a"]]}""")]
    public void A_value_within_a_value_is_a_fault_of_its_member(string body) =>
        Assert.Equal("q", Read(body).Faults.Single().Parameter);

    private static ParameterValues Read(string body)
    {
        var values = new ParameterValues();
        Assert.Null(JsonBody.Read(Encoding.UTF8.GetBytes(body), values));
        return values;
    }
}
