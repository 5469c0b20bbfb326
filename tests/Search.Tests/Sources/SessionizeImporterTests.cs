namespace Search.Tests.Sources;

public sealed class SessionizeImporterTests : IDisposable
{
    private const string All = """
        {"sessions":[{"id":"101","title":"Queues","description":"Say no.\r\n\r\nThree ways.","startsAt":"2025-06-03T10:00:00",
            "speakers":["a1","b2"],"categoryItems":[11,21,31],"roomId":1}],
         "speakers":[{"id":"a1","firstName":"Ada","lastName":"Kell","fullName":"Ada Kell"},{"id":"b2","firstName":"Bo","lastName":"Lind"}],
         "categories":[{"id":1,"title":"Track","items":[{"id":11,"name":"Reliability"}]},
            {"id":2,"title":"Level","items":[{"id":21,"name":"Advanced"}]},
            {"id":3,"title":"Language","items":[{"id":31,"name":"Norwegian Bokmål"}]}],
         "rooms":[{"id":1,"name":"Hall"}]}
        """;

    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void A_session_becomes_a_talk_with_the_names_that_its_ids_mean()
    {
        var talk = _import.Talk("all.json", All);

        Assert.Equal(("brook/101", "Queues", "Say no.\n\nThree ways."), (talk.Id, talk.Title, talk.Abstract));
        Assert.Equal(["Ada Kell", "Bo Lind"], talk.Speakers);
        Assert.Equal(["Reliability"], talk.Topics);
        Assert.Equal(("2025-06-03", "nb"), (talk.Date?.ToString(), talk.Language));
    }

    [Fact]
    public void The_content_tells_the_format() => Assert.Equal("sessionize", _import.FormatOf("all.json", All));

    [Theory]
    [InlineData(
        """[{"groupName":"All","sessions":[{"id":101,"title":"Queues","startsAt":null,"speakers":[{"id":"a1","name":"Ada Kell"}]}]}]"""
    )]
    [InlineData(
        """[{"date":"2025-06-03","rooms":[{"name":"A","sessions":[{"id":"101","title":"Queues","isServiceSession":false,"speakers":[{"name":"Ada Kell"}]}]},{"name":"B","sessions":[{"id":"101","title":"Queues","speakers":[]}]}]}]"""
    )]
    public void The_other_views_are_read(string view)
    {
        var talk = _import.Talk("view.json", view);

        Assert.Equal("brook/101", talk.Id);
        Assert.Equal(["Ada Kell"], talk.Speakers);
    }
}
