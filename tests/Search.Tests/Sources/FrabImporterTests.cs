using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class FrabImporterTests : IDisposable
{
    private const string Schedule = """
        {"schedule":{"version":"1","conference":{"acronym":"brook25","title":"Brook 2025","time_zone_name":"Europe/Oslo",
          "days":[{"index":1,"date":"2025-06-03","rooms":{"Hall":[
            {"id":7,"date":"2025-06-03T10:00:00+02:00","title":"Queues","subtitle":"That push back","track":"Reliability",
             "language":"en","abstract":"<p>Say &amp; mean no.</p>","description":"Say & mean no.\r\n\r\nThree ways.",
             "persons":[{"id":1,"public_name":"Ada Kell"},{"id":2,"name":"Bo \"b\" Lind"}],"url":"https://brook.example/7"}],
            "Yard":[{"id":"8","title":"Lunch"}]}}]}}}
        """;

    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void An_event_becomes_a_talk()
    {
        var talk = Assert.IsType<Talk>(_import.Records("schedule.json", Schedule)[0]);

        Assert.Equal("brook25/7", talk.Id);
        Assert.Equal("Queues", talk.Title);
        Assert.Equal("That push back\n\nSay & mean no.\n\nThree ways.", talk.Abstract);
        Assert.Equal(["Ada Kell", "Bo \"b\" Lind"], talk.Speakers);
        Assert.Equal(["Reliability"], talk.Topics);
        Assert.Equal("Brook 2025", talk.Event);
        Assert.Equal("2025-06-03", talk.Date?.ToString());
        Assert.Equal("https://brook.example/7", talk.Url);
    }

    [Fact]
    public void An_event_with_hardly_anything_goes_in_on_the_date_of_its_day()
    {
        var lunch = _import.Records("schedule.json", Schedule)[1];

        Assert.Equal(("brook25/8", "Lunch", "2025-06-03"), (lunch.Id, lunch.Title, lunch.Date?.ToString()));
    }

    [Fact]
    public void The_content_tells_the_format() => Assert.Equal("frab-json", _import.FormatOf("a.json", Schedule));

    [Theory]
    [InlineData(
        """{"schedule":{"conference":{"title":"Brook 2025","days":[{"rooms":[{"name":"A","events":[{"id":1,"title":"T"}]}]}]}}}"""
    )]
    [InlineData("""{"conference":{"title":"Brook 2025","days":{"1":{"rooms":{"A":{"1":{"id":1,"title":"T"}}}}}}}""")]
    [InlineData(
        """{"schedule":{"conference":{"title":"Brook 2025","days":[{"events":[{"id":"1","title":{"de":"S","en":"T"}}]}]}}}"""
    )]
    [InlineData(
        "\uFEFF{/* c */\"schedule\":{\"conference\":{\"title\":\"Brook 2025\",\"days\":[{\"rooms\":{\"A\":[{\"id\":1,\"title\":\"T\",},]}}]}}}"
    )]
    public void Other_ways_to_write_the_same_are_read(string schedule)
    {
        var record = Assert.Single(_import.Records("a.json", schedule, "frab-json"));

        Assert.Equal(("brook-2025/1", "T"), (record.Id, record.Title));
    }

    [Fact]
    public void An_event_without_title_is_refused_with_its_line_and_the_others_go_in()
    {
        var path = _import.Write("a.json", Schedule.Replace("\"title\":\"Queues\",", "", StringComparison.Ordinal));

        var items = _import.Read(path);

        var refused = Assert.Single(items.OfType<RefusedRecord>());
        Assert.Equal(
            (path + ":3", "brook25/7", "has no title"),
            (refused.Position.ToString(), refused.Id, refused.Reason)
        );
        Assert.Single(items.OfType<ImportedRecord>());
    }

    [Fact]
    public void A_file_that_breaks_off_gives_the_events_before_that()
    {
        var cut = Schedule[..Schedule.IndexOf("\"Lunch", StringComparison.Ordinal)];
        var path = _import.Write("a.json", cut);

        var items = _import.Read(path);

        Assert.Equal(["brook25/7"], items.OfType<ImportedRecord>().Select(item => item.Record.Id));
        Assert.Equal(
            ["breaks off in this event", "breaks off before the JSON is complete; nothing was read from here on"],
            items.OfType<RefusedRecord>().Select(refused => refused.Reason)
        );
        Assert.Equal(6, items[^1].Position.Line);
    }

    [Fact]
    public void A_date_that_is_none_is_noted_and_the_talk_goes_in()
    {
        var item = Assert.IsType<ImportedRecord>(
            _import.Read(
                _import.Write("a.json", Schedule.Replace("2025-06-03T10:00:00+02:00", "soon", StringComparison.Ordinal))
            )[0]
        );

        Assert.Equal(["its date \"soon\" cannot be read"], item.Notes);
        Assert.Equal("2025-06-03", item.Record.Date?.ToString());
    }

    [Fact]
    public void Text_that_was_decoded_wrongly_is_noted()
    {
        var item = Assert.IsType<ImportedRecord>(
            _import.Read(_import.Write("a.json", Schedule.Replace("Three ways", "cafÃ©", StringComparison.Ordinal)))[0]
        );

        Assert.Contains("decoded wrongly", Assert.Single(item.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_contradicts_the_text_is_kept_beside_the_language_of_the_text()
    {
        const string english =
            "In this talk we will look at how the team moved its data and what went wrong on the way there.";
        var schedule = Schedule
            .Replace("\"language\":\"en\"", "\"language\":\"ko\"", StringComparison.Ordinal)
            .Replace("Three ways.", english, StringComparison.Ordinal);

        var talk = _import.Records("a.json", schedule)[0];

        Assert.Equal("en", talk.Language);
        Assert.Equal("ko", talk.Unknown["talkLanguage"].GetString());
    }
}
