using CsCheck;
using Search.Service.Pages;

namespace Search.Tests.Http;

public sealed class HtmlTests
{
    [Fact]
    public void Markup_of_the_source_stays_and_values_are_encoded()
    {
        var name = "<script>alert('x')</script>";
        Assert.Equal(
            "<p title=\"&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;\">é 공</p>",
            Html.Of($"""<p title="{name}">{"é 공"}</p>""").ToString()
        );
    }

    [Fact]
    public void Pieces_of_html_are_put_in_as_they_are()
    {
        var items = new[] { "a", "<b>" }.Select(item => Html.Of($"<li>{item}</li>"));
        Assert.Equal("<ul><li>a</li><li>&lt;b&gt;</li></ul>", Html.Of($"<ul>{items}</ul>").ToString());
    }

    [Fact]
    public void No_value_gets_out_of_a_quoted_attribute() =>
        Gen.String.Sample(value =>
        {
            var html = Html.Of($"""<a title="{value}">""").ToString();
            Assert.DoesNotContain(html["<a title=\"".Length..^2], c => c is '"' or '<' or '>');
        });

    [Theory]
    [InlineData("https://talks.example.org/a?b=1&c=2", true)]
    [InlineData("http://talks.example.org", true)]
    [InlineData("HTTPS://talks.example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//talks.example.org", false)]
    [InlineData("/talks", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_web_addresses_become_links(string? url, bool isLink) =>
        Assert.Equal(
            isLink,
            WebLink.To(url, Html.Of($"text")).ToString().StartsWith("<a href=", StringComparison.Ordinal)
        );
}
