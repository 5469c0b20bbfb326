using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Search.Service.Pages;
using Search.Service.Pages.Discovery;
using Search.Tests.Http;

namespace Search.Tests.Pages;

public sealed class SitemapTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly Site Site = new("Talks", "/t", "https://talks.example.org");

    [Fact]
    public async Task As_many_addresses_as_a_map_may_have_are_one_map()
    {
        var map = await ReadAsync(Of(3).Whole());
        Assert.Equal("urlset", map.Name.LocalName);
        Assert.Equal("https://talks.example.org/t/1", map.Elements().First().Element(Map + "loc")!.Value);
        Assert.Equal(3, map.Elements().Count());
    }

    [Fact]
    public async Task More_addresses_are_an_index_of_maps()
    {
        var index = await ReadAsync(Of(7).Whole());
        Assert.Equal("sitemapindex", index.Name.LocalName);
        Assert.Equal(
            [
                "https://talks.example.org/t/sitemap.xml?part=1",
                "https://talks.example.org/t/sitemap.xml?part=2",
                "https://talks.example.org/t/sitemap.xml?part=3",
            ],
            index.Elements().Select(map => map.Element(Map + "loc")!.Value)
        );
    }

    [Fact]
    public async Task The_parts_together_are_all_addresses_once()
    {
        var all = new List<string>();
        for (var part = 1; Of(7).Part(part) is { } map; part++)
            all.AddRange((await ReadAsync(map)).Elements().Select(url => url.Value));
        Assert.Equal(Enumerable.Range(1, 7).Select(n => $"https://talks.example.org/t/{n}"), all);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void There_are_no_other_parts(int part) => Assert.Null(Of(7).Part(part));

    [Fact]
    public async Task Addresses_longer_than_the_format_allows_are_left_out()
    {
        var map = new Sitemap(Site, ["/t/" + new string('x', 3_000), "/t/1"], most: 3);
        Assert.Single((await ReadAsync(map.Whole())).Elements());
    }

    private static Sitemap Of(int count) => new(Site, Enumerable.Range(1, count).Select(n => $"/t/{n}"), most: 3);

    private static async Task<XElement> ReadAsync(XmlAnswer answer)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        await answer.ExecuteAsync(context);
        body.Position = 0;
        return (await XDocument.LoadAsync(body, LoadOptions.None, ServiceHost.Cancel)).Root!;
    }
}
