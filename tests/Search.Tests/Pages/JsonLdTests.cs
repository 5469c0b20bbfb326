using System.Text.Json.Nodes;
using CsCheck;
using Search.Service.Pages;
using Search.Service.Pages.Records;

namespace Search.Tests.Pages;

public sealed class JsonLdTests(PagesService service)
{
    private const string Opening = "<script type=\"application/ld+json\">";

    private static readonly JsonLd Data = new(new Site("Talks", "/t", "https://talks.example.org"));

    [Fact]
    public async Task A_talk_is_an_event_with_performers()
    {
        var data = await ReadAsync("/documents/relay%2Fquorum");
        Assert.Equal("https://schema.org", (string)data["@context"]!);
        Assert.Equal("Event", (string)data["@type"]!);
        Assert.Equal("Reading a Quorum", (string)data["name"]!);
        Assert.Equal("2024-03-05", (string)data["startDate"]!);
        Assert.Equal("https://talks.example.org/documents/relay%2Fquorum", (string)data["url"]!);
        Assert.Equal("https://talks.example.com/quorum", (string)data["sameAs"]!);
        Assert.Equal("Ada Example", (string)data["performer"]![0]!["name"]!);
        Assert.Equal("Consensus", (string)data["about"]![0]!["name"]!);
        Assert.Equal("Relay 2024", (string)data["superEvent"]!["name"]!);
    }

    [Fact]
    public async Task An_interview_has_questions_with_accepted_answers()
    {
        var data = await ReadAsync("/documents/relay%2Fint-7");
        Assert.Equal("Article", (string)data["@type"]!);
        var question = data["hasPart"]![1]!;
        Assert.Equal("Question", (string)question["@type"]!);
        Assert.Equal("And a lease?", (string)question["name"]!);
        Assert.Equal("https://talks.example.org/documents/relay%2Fint-7#q-2", (string)question["url"]!);
        Assert.Equal("A lease is a promise with an end.", (string)question["acceptedAnswer"]!["text"]!);
    }

    [Fact]
    public async Task Nobody_in_particular_performs()
    {
        var data = await ReadAsync("/documents/relay%2Flightning");
        Assert.Null(data["performer"]);
    }

    [Fact]
    public void No_text_gets_out_of_the_script_element() =>
        Gen.String.Sample(text =>
        {
            var html = Data.Of(Collection.Talk("a", "</script><!--<script>" + text, text, [text + "</SCRIPT>"]))
                .ToString();
            Assert.DoesNotContain('<', html[Opening.Length..^"</script>".Length]);
        });

    [Fact]
    public void A_text_is_the_same_when_it_is_read_again() =>
        Gen.String.Sample(text =>
        {
            var html = Data.Of(Collection.Talk("a", "t", "x" + text)).ToString();
            var read = JsonNode.Parse(html[Opening.Length..^"</script>".Length])!;
            var whole = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes("x" + text));
            Assert.Equal(whole, (string)read["description"]!);
        });

    private async Task<JsonNode> ReadAsync(string path)
    {
        var page = await service.PageAsync(path);
        var start = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = page.IndexOf("</script>", start, StringComparison.Ordinal);
        return JsonNode.Parse(page[start..end])!;
    }
}
