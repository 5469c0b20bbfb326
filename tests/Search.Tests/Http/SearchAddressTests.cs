using CsCheck;
using Microsoft.Extensions.Options;
using Search.Service.Parameters;
using Search.Service.Settings;

namespace Search.Tests.Http;

public sealed class SearchAddressTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("page=1&hitsPerPage=10&sort=relevance&group=work&match=auto", "")]
    [InlineData("kind=interview&q=a%2Bb+c&kind=Talk", "?q=a%2Bb%20c&kind=interview&kind=talk")]
    [InlineData("topic=y&topic=x", "?topic=x&topic=y")]
    [InlineData(
        "year=2017..2017&year=..2015&year=2020..&year=2018..2019",
        "?year=..2015&year=2017&year=2018..2019&year=2020.."
    )]
    [InlineData("facets=year&facets=topic,kind,year", "?facets=kind%2Ctopic%2Cyear")]
    [InlineData("filter=(topic='a' and KIND=Talk)", "?filter=topic%20%3D%20%22a%22%20AND%20kind%20%3D%20talk")]
    [InlineData("to=2024-12&from=2024&sort=TITLE:asc", "?from=2024&to=2024-12&sort=title%3Aasc")]
    public void Searches_that_ask_for_the_same_have_one_address(string query, string address) =>
        Assert.Equal(address, AddressOf(query));

    [Fact]
    public void An_address_leads_to_the_search_that_it_was_made_of() =>
        Gen.Select(
                Gen.String,
                Gen.String,
                Gen.Int[1, 100],
                Gen.Int[1, 100],
                Gen.OneOf(Gen.Const(""), Gen.Const("all"), Gen.Const("any"))
            )
            .Sample(
                (text, topic, page, hitsPerPage, match) =>
                {
                    var query =
                        $"q={Encode(text)}&topic={Encode(topic)}&page={page}&hitsPerPage={hitsPerPage}&match={match}";
                    var address = AddressOf(query);
                    Assert.Equal(address, AddressOf(address));
                }
            );

    private static string Encode(string text) => Uri.EscapeDataString(text.Replace('\uFFFF', ' '));

    private static string AddressOf(string query)
    {
        var reader = new SearchInputReader(Options.Create(new SearchSettings()));
        return SearchAddress.Of(reader.Search(ParameterValues.FromQuery(query)).Request);
    }
}
