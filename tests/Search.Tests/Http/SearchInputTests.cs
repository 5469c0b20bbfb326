using System.Text;
using Microsoft.Extensions.Options;
using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Service.Parameters;
using Search.Service.Settings;

namespace Search.Tests.Http;

public sealed class SearchInputTests
{
    [Theory]
    [InlineData("syntax=sql", "syntax", "syntax must be simple or lucene, not \"sql\".")]
    [InlineData("page=0", "page", "page must be a whole number from 1 to 10000, not \"0\".")]
    [InlineData("page=-1", "page", "page must be a whole number from 1 to 10000, not \"-1\".")]
    [InlineData("page=1.5", "page", "page must be a whole number from 1 to 10000, not \"1.5\".")]
    [InlineData("page=1&page=2", "page", "page takes one value, and 2 different ones were sent.")]
    [InlineData("hitsPerPage=0", "hitsPerPage", "hitsPerPage must be a whole number from 1 to 100, not \"0\".")]
    [InlineData("hitsPerPage=101", "hitsPerPage", "hitsPerPage must be a whole number from 1 to 100, not \"101\".")]
    [InlineData("kind=podcast", "kind", "kind must be talk or interview, not \"podcast\".")]
    [InlineData("language=e_n", "language", "language must be a language tag such as en, eng or pt-BR, not \"e_n\".")]
    [InlineData(
        "year=2019..2017",
        "year",
        "year must be a year or a range such as 2017, 2017..2019, 2017.. or ..2019, not \"2019..2017\"."
    )]
    [InlineData(
        "from=2024-02-30",
        "from",
        "from must be a year, a month or a day such as 2024, 2024-03 or 2024-03-05, not \"2024-02-30\"."
    )]
    [InlineData(
        "to=soon",
        "to",
        "to must be a year, a month or a day such as 2024, 2024-03 or 2024-03-05, not \"soon\"."
    )]
    [InlineData("from=2024-03&to=2023", "from", "from must not be after to, and 2024-03 is after 2023.")]
    [InlineData(
        "facets=kind,size",
        "facets",
        "facets must be kind, topic, speaker, event, language or year, not \"size\"."
    )]
    [InlineData("sort=size", "sort", "sort must be relevance, date:desc, date:asc or title:asc, not \"size\".")]
    [InlineData("group=speaker", "group", "group must be work, record or passage, not \"speaker\".")]
    [InlineData("match=most", "match", "match must be auto, all or any, not \"most\".")]
    [InlineData("typo=always", "typo", "typo must be auto or off, not \"always\".")]
    [InlineData("ranking=hybrid", "ranking", "ranking=hybrid is not available yet; ranking must be lexical.")]
    [InlineData("snippetWords=4", "snippetWords", "snippetWords must be a whole number from 5 to 200, not \"4\".")]
    [InlineData("explain=perhaps", "explain", "explain must be true or false, not \"perhaps\".")]
    public void A_bad_value_is_named_with_what_is_allowed(string query, string parameter, string detail)
    {
        var fault = Assert.Single(Read(query).Faults);
        Assert.Equal(("invalid_parameter", parameter, detail), (fault.Code, fault.Parameter, fault.Detail));
    }

    [Theory]
    [InlineData("filter=tpic = A", 0, "kind, topic, speaker, event, language, year, date")]
    [InlineData("filter=++kind = x", 9, "talk, interview")]
    [InlineData("filter=(kind = talk", 12, "AND, OR, )")]
    [InlineData("filter=topic = \"A", 8, "a closing quotation mark")]
    public void A_filter_with_a_mistake_is_refused_with_its_place(string query, int position, string expected)
    {
        var fault = Assert.Single(Read(query).Faults);
        Assert.Equal(("invalid_filter", "filter"), (fault.Code, fault.Parameter));
        Assert.Equal((position, expected), (fault.Position, string.Join(", ", fault.Expected!)));
    }

    [Fact]
    public void A_filter_that_no_link_could_hold_is_refused()
    {
        var filter = string.Join(" OR ", Enumerable.Repeat("topic=a", 370));
        var fault = Assert.Single(Read($"filter={filter}").Faults);
        Assert.Equal("invalid_filter", fault.Code);
        Assert.StartsWith("A filter has at most 4096 characters;", fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page=1001")]
    [InlineData("page=101&hitsPerPage=100")]
    [InlineData("page=10001&hitsPerPage=1")]
    [InlineData("page=99999999999999999999999")]
    public void A_page_behind_the_last_hit_that_can_be_asked_for_is_too_deep(string query) =>
        Assert.Equal("page_too_deep", Assert.Single(Read(query).Faults).Code);

    [Theory]
    [InlineData("page=1000")]
    [InlineData("page=100&hitsPerPage=100")]
    [InlineData("page=10000&hitsPerPage=1")]
    public void The_last_page_that_can_be_asked_for_is_not_too_deep(string query) => Assert.Empty(Read(query).Faults);

    [Fact]
    public void All_faults_are_found_in_the_documented_order() =>
        Assert.Equal(
            ["page", "kind", "filter", "sort"],
            Read("sort=x&filter=y&kind=talk&kind=z&page=w").Faults.Select(fault => fault.Parameter)
        );

    [Fact]
    public void All_parameters_reach_the_search()
    {
        var request = Read(
            "q=a+b&page=2&hitsPerPage=5&kind=TALK&topic=x&topic=y&speaker=Ada&event=Relay&language=eng"
                + "&year=2017&year=2019..&from=2018&to=2024-03&filter=topic+EXISTS&sort=Date:Desc&facets=year,Kind"
                + "&facets=topic&group=Record&match=all&snippetWords=20"
        ).Request;
        var expected = new SearchRequest
        {
            TimeLimit = TimeSpan.FromSeconds(5),
            Query = "a b",
            Page = 2,
            HitsPerPage = 5,
            Sort = SortOrder.DateDescending,
            Group = HitGroup.Record,
            Match = MatchMode.All,
            SnippetWords = 20,
            Facets = [FacetField.Kind, FacetField.Topic, FacetField.Year],
            Filter = new RecordFilter
            {
                Kinds = [RecordKind.Talk],
                Topics = ["x", "y"],
                Speakers = ["Ada"],
                Events = ["Relay"],
                Languages = ["eng"],
                Years = [new YearRange(2017, 2017), new YearRange(2019, 9999)],
                From = Date("2018"),
                To = Date("2024-03"),
                Expression = new ExistsCondition(FilterField.Topic),
            },
        };
        Assert.Equivalent(expected, request, strict: true);
    }

    [Theory]
    [InlineData("page=1&page=1")]
    [InlineData("kind=talk&kind=Talk&kind=talk")]
    [InlineData("q=&topic=&from=&page=&kind=")]
    [InlineData("typo=off&ranking=lexical&explain=false&syntax=simple")]
    [InlineData("Page=1&HITSPERPAGE=10")]
    public void Repetitions_empty_fields_and_defaults_are_fine(string query) => Assert.Empty(Read(query).Faults);

    [Fact]
    public void The_same_value_twice_is_one_value() =>
        Assert.Equal([RecordKind.Talk], Read("kind=talk&kind=Talk").Request.Filter.Kinds);

    [Fact]
    public void More_values_than_a_query_could_hold_are_refused() =>
        Assert.Equal(
            "topic takes at most 100 values, and 101 were sent.",
            Assert.Single(Read(string.Join('&', Enumerable.Range(0, 101).Select(n => $"topic={n}"))).Faults).Detail
        );

    [Fact]
    public void An_unknown_parameter_is_named_in_a_warning() =>
        Assert.Equal(["There is no parameter \"hits\"; it was ignored."], Read("q=a&hits=5").Warnings);

    [Theory]
    [InlineData("""{"page":"2"}""", "page", "page must be a whole number from 1 to 10000, not a string.")]
    [InlineData("""{"q":5}""", "q", "q must be a string.")]
    [InlineData("""{"kind":[true]}""", "kind", "kind must be talk or interview, not a boolean.")]
    [InlineData("""{"explain":"false"}""", "explain", "explain must be true or false, not a string.")]
    [InlineData("""{"page":1e1}""", "page", "page must be a whole number from 1 to 10000, not \"1e1\".")]
    public void A_member_of_the_wrong_type_is_named(string body, string parameter, string detail)
    {
        var fault = Assert.Single(ReadBody(body).Faults);
        Assert.Equal((parameter, detail), (fault.Parameter, fault.Detail));
    }

    [Fact]
    public void Json_takes_numbers_for_years() =>
        Assert.Equal(
            [new YearRange(2017, 2017), new YearRange(2018, 2019)],
            ReadBody("""{"year":[2017,"2018..2019"]}""").Request.Filter.Years
        );

    [Fact]
    public void A_long_query_is_cut_with_a_warning_and_never_within_a_character()
    {
        var input = Read("q=" + new string('a', 499) + "😀b");
        Assert.Equal(new string('a', 499), input.Request.Query);
        Assert.Equal(["Only the first 500 characters of q were used."], input.Warnings);
    }

    [Fact]
    public void Words_over_the_limit_are_dropped_with_a_warning()
    {
        var input = Read("q=" + string.Join('+', Enumerable.Range(1, 33)));
        Assert.EndsWith(" 31 32", input.Request.Query, StringComparison.Ordinal);
        Assert.Equal(["Only the first 32 words of q were used."], input.Warnings);
    }

    [Fact]
    public void Thirty_two_words_are_all_used() =>
        Assert.Empty(Read("q=" + string.Join('+', Enumerable.Range(1, 32))).Warnings);

    [Fact]
    public void Several_texts_are_one_query() => Assert.Equal("a b", Read("q=a&q=b").Request.Query);

    [Fact]
    public void An_answer_is_always_a_passage()
    {
        var input = Reader().Answers(ParameterValues.FromQuery("group=work"));
        Assert.Equal(HitGroup.Answer, input.Request.Group);
        Assert.Equal(["group was ignored: each hit here is a passage."], input.Warnings);
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : default;

    private static SearchInput Read(string query) => Reader().Search(ParameterValues.FromQuery(query));

    private static SearchInput ReadBody(string body)
    {
        var values = new ParameterValues();
        Assert.Null(JsonBody.Read(Encoding.UTF8.GetBytes(body), values));
        return Reader().Search(values);
    }

    private static SearchInputReader Reader() => new(Options.Create(new SearchSettings()));
}
