using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class PyvideoImporterTests : IDisposable
{
    private const string Video = """
        {
          "description": "See `the slides <https://x.example>`_.\n",
          "duration": null, "language": "eng", "recorded": "2025-06-03",
          "speakers": ["Ada Kell and Bo Lind"], "summary": "Short.", "tags": ["queues"],
          "thumbnail_url": "https://x.example/t.jpg", "title": "Queues",
          "videos": [{"type": "youtube", "url": "https://v.example/1"}]
        }
        """;

    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void A_folder_of_events_gives_talks_with_the_titles_of_their_events()
    {
        _import.Write("brook-2025/category.json", """{"title":"Brook 2025"}""");
        _import.Write("brook-2025/videos/queues.json", Video);

        var item = Assert.IsType<ImportedRecord>(Assert.Single(_import.Read()));

        var talk = Assert.IsType<Engine.Documents.Talk>(item.Record);
        Assert.Equal(("brook-2025/queues", "Queues", "Brook 2025"), (talk.Id, talk.Title, talk.Event));
        Assert.Equal("Short.\n\nSee the slides.", talk.Abstract);
        Assert.Equal(["Ada Kell", "Bo Lind"], talk.Speakers);
        Assert.Equal(["queues"], talk.Topics);
        Assert.Equal(("en", "https://v.example/1"), (talk.Language, talk.Url));
    }

    [Fact]
    public void The_id_does_not_depend_on_how_the_path_is_written()
    {
        var path = _import.Write("brook-2025/videos/queues.json", Video);
        var roundabout = Path.Combine(Path.GetDirectoryName(path) ?? "", "..", "videos", "queues.json");

        Assert.Equal("brook-2025/queues", Assert.IsType<ImportedRecord>(_import.Read(roundabout)[0]).Record.Id);
    }

    [Fact]
    public void A_file_that_breaks_off_is_refused_under_its_id()
    {
        var refused = _import.Read(_import.Write("brook-2025/videos/queues.json", Video[..150]))[0];

        Assert.Equal("brook-2025/queues", Assert.IsType<RefusedRecord>(refused).Id);
    }
}
