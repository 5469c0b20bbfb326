namespace Search.Tests.Sources;

public sealed class PretalxImporterTests : IDisposable
{
    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void The_export_is_read_as_frabs_is()
    {
        const string export = """
            {"schedule":{"base_url":"https://pretalx.example/brook/schedule/","conference":{"acronym":"brook","title":"Brook",
              "days":[{"date":"2025-06-03","rooms":{"Hall":[{"id":7,"title":"Queues","persons":[{"code":"ABC","public_name":"Ada Kell"}]}]}}]}}}
            """;

        Assert.Equal("pretalx", _import.FormatOf("a.json", export));
        Assert.Equal("brook/7", _import.Talk("a.json", export).Id);
    }

    [Fact]
    public void The_answer_of_the_api_is_read_by_date_time_and_room()
    {
        const string schedule = """
            {"event":{"slug":"brook","name":{"en":"Brook 2025"}},"schedule":{"2025-06-03":{"10:00":{"Hall":
              {"code":"XYZ","title":"Queues","abstract":"Say **no**.","description":null,"start":"10:00","track":{"en":"Reliability"},
               "speakers":[{"code":"A","name":"Ada Kell","biography":"x"}]}}},
              "2025-06-04":{"10:00":{"Hall":[{"code":"UVW","title":"Locks","speakers":["Bo Lind"]}]}}}}
            """;

        Assert.Equal("pretalx", _import.FormatOf("a.json", schedule));
        var records = _import.Records("a.json", schedule);
        Assert.Equal(["brook/XYZ", "brook/UVW"], records.Select(record => record.Id));
        Assert.Equal(["2025-06-03", "2025-06-04"], records.Select(record => record.Date?.ToString()));
        Assert.Equal(["Ada Kell", "Bo Lind"], records.SelectMany(record => record.Speakers));
        Assert.Equal(["Brook 2025", "Brook 2025"], records.Select(record => record.Event));
        Assert.Equal(["Reliability"], records[0].Topics);
    }

    [Fact]
    public void A_list_of_sessions_is_read_with_the_time_zone_of_the_event()
    {
        const string list = """
            {"count":2,"timezone":"Europe/Oslo","results":[
              {"code":"XYZ","title":{"en":"Queues","de":"Warteschlangen"},"abstract":"","speakers":[],"state":"confirmed",
               "slot":{"start":"2025-06-03T22:30:00Z"}},
              {"code":"UVW","title":"No","abstract":"","speakers":[],"state":"withdrawn"}]}
            """;

        var talk = _import.Talk("a.json", list);

        Assert.Equal(("brook/XYZ", "Queues", "2025-06-04"), (talk.Id, talk.Title, talk.Date?.ToString()));
    }

    [Fact]
    public void Speakers_and_tracks_that_stand_apart_are_looked_up()
    {
        const string widget = """
            {"talks":[{"code":"XYZ","id":3,"title":"Queues","speakers":["A"],"track":5,"start":"2025-06-03T10:00:00+02:00"},
                      {"id":4,"title":"Coffee","start":"2025-06-03T11:00:00+02:00"}],
             "tracks":[{"id":5,"name":{"en":"Reliability"}}],"speakers":[{"code":"A","name":"Ada Kell"}]}
            """;

        var talk = _import.Talk("a.json", widget, "pretalx");

        Assert.Equal(["Ada Kell"], talk.Speakers);
        Assert.Equal(["Reliability"], talk.Topics);
    }
}
