using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Search.Tests.Http;

namespace Search.Tests.Pages;

public sealed class DiscoveryTests(PagesService service)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task A_feed_holds_the_hits_of_a_search_newest_first()
    {
        var feed = await XmlAsync("/feed?q=quorum&topic=Consensus", "application/atom+xml");
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal("https://talks.example.org/documents/relay%2Fquorum", entries[0].Element(Atom + "id")!.Value);
        Assert.Equal("2024-03-05T00:00:00Z", entries[0].Element(Atom + "updated")!.Value);
        Assert.Equal("Ada Example", entries[0].Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal("Consensus", entries[0].Element(Atom + "category")!.Attribute("term")!.Value);
        Assert.Equal("quorum, Consensus – Talk search", feed.Element(Atom + "title")!.Value);
        Assert.Equal("2022-01-01T00:00:00Z", entries[^1].Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task A_long_feed_goes_on()
    {
        var feed = await XmlAsync("/feed?q=serial", "application/atom+xml");
        Assert.Equal(20, feed.Elements(Atom + "entry").Count());
        Assert.Equal(
            "https://talks.example.org/feed?q=serial&page=2&hitsPerPage=20&sort=date%3Adesc",
            LinkOf(feed, "next")
        );
    }

    [Fact]
    public async Task A_feed_keeps_its_name_whatever_its_page()
    {
        var first = await XmlAsync("/feed?q=serial", "application/atom+xml");
        var second = await XmlAsync("/feed?q=serial&page=2", "application/atom+xml");
        Assert.Equal(first.Element(Atom + "id")!.Value, second.Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task A_record_without_a_date_never_looks_new()
    {
        var feed = await XmlAsync("/feed?speaker=AC/DC", "application/atom+xml");
        Assert.Equal("1970-01-01T00:00:00Z", feed.Element(Atom + "entry")!.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task Texts_that_xml_cannot_hold_do_not_break_a_feed()
    {
        await using var host = await new ServiceHost([
            Collection.Talk("a", "broken \u0001\uFFFF text", "\u0000 <&> ]]>", ["\u0008 x"], ["\u0002"]),
        ]).ReadyAsync();
        var feed = XDocument.Parse(
            await host.Client.GetStringAsync(new Uri("/feed", UriKind.Relative), ServiceHost.Cancel)
        );
        Assert.Equal("broken  text", feed.Root!.Element(Atom + "entry")!.Element(Atom + "title")!.Value);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        using var first = await service.Host.SendAsync(HttpMethod.Get, "/feed?q=quorum");
        var tag = first.Headers.ETag?.ToString() ?? "";
        using var second = await service.Host.SendAsync(HttpMethod.Get, "/feed?q=quorum", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_faulty_feed_address_says_so()
    {
        using var response = await service.Host.SendAsync(HttpMethod.Get, "/feed?year=soon");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_site_map_lists_records_speakers_and_topics()
    {
        var map = await XmlAsync("/sitemap.xml", "application/xml");
        var addresses = map.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();
        Assert.Contains("https://talks.example.org/", addresses);
        Assert.Contains("https://talks.example.org/documents/relay%2Fint-7", addresses);
        Assert.Contains("https://talks.example.org/speakers/AC%2FDC", addresses);
        Assert.Contains("https://talks.example.org/topics/C%23", addresses);
        Assert.DoesNotContain("https://talks.example.org/speakers/various", addresses);
        Assert.Equal(32, addresses.Count(address => address.Contains("/documents/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_part_that_the_site_map_has_not_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, await service.Host.StatusAsync("/sitemap.xml?part=2"));

    [Fact]
    public async Task Crawlers_are_led_to_the_site_map_and_away_from_filters()
    {
        var robots = await service.PageAsync("/robots.txt");
        Assert.Contains("Sitemap: https://talks.example.org/sitemap.xml", robots, StringComparison.Ordinal);
        Assert.Contains("\nDisallow: /search\n", robots, StringComparison.Ordinal);
        Assert.StartsWith("User-agent: *\n", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browsers_learn_how_to_search_here()
    {
        var description = await XmlAsync("/opensearch.xml", "application/opensearchdescription+xml");
        Assert.Equal("Talk search", description.Element(OpenSearch + "ShortName")!.Value);
        var templates = description
            .Elements(OpenSearch + "Url")
            .ToDictionary(url => url.Attribute("type")!.Value, url => url.Attribute("template")!.Value);
        Assert.Equal("https://talks.example.org/search?q={searchTerms}", templates["text/html"]);
        Assert.Equal(
            "https://talks.example.org/opensearch/suggestions?q={searchTerms}",
            templates["application/x-suggestions+json"]
        );
        Assert.Contains("href=\"/opensearch.xml\"", await service.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_bars_get_suggestions()
    {
        using var response = await service.Host.SendAsync(HttpMethod.Get, "/opensearch/suggestions?q=ada");
        Assert.Equal("application/x-suggestions+json", response.Content.Headers.ContentType?.MediaType);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(ServiceHost.Cancel))!.AsArray();
        Assert.Equal("ada", (string)answer[0]!);
        var place = answer[1]!.AsArray().Select(text => (string)text!).ToList().IndexOf("Ada Example");
        Assert.Equal("speaker", (string)answer[2]![place]!);
        Assert.Equal("https://talks.example.org/speakers/Ada%20Example", (string)answer[3]![place]!);
    }

    private async Task<XElement> XmlAsync(string path, string type)
    {
        using var response = await service.Host.SendAsync(HttpMethod.Get, path);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync(ServiceHost.Cancel)).Root!;
    }

    private static string LinkOf(XElement feed, string relation) =>
        feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
