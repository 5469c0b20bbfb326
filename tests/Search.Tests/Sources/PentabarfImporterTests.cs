using System.Text;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class PentabarfImporterTests : IDisposable
{
    private const string Event = """
        <event id="7"><start>10:00</start><room>Hall</room><title>Queues &amp; locks</title><subtitle/><track>Reliability</track>
          <language></language><abstract>&lt;p&gt;Say &amp;amp; mean no.&lt;/p&gt;</abstract><description><![CDATA[Three ways.]]></description>
          <persons><person id="1">Ada Kell</person><person id="2">Bo Lind</person></persons>
          <links><link href="https://x.example">Slides</link></links></event>
        """;

    private const string Conference = "<conference><title>Brook 2025</title><days>1</days></conference>";

    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Theory]
    [InlineData($"<schedule>{Conference}<day index='1' date='2025-06-03'>{Event}</day></schedule>")]
    [InlineData(
        $"<schedule>{Conference}<day index='1' date='2025-06-03'><room name='Hall'>{Event}</room></day></schedule>"
    )]
    public void Events_are_read_below_days_and_below_rooms(string xml)
    {
        var talk = _import.Talk("schedule.xml", xml);

        Assert.Equal(("brook-2025/7", "Queues & locks"), (talk.Id, talk.Title));
        Assert.Equal("Say & mean no.\n\nThree ways.", talk.Abstract);
        Assert.Equal(["Ada Kell", "Bo Lind"], talk.Speakers);
        Assert.Equal(["Reliability"], talk.Topics);
        Assert.Equal(("Brook 2025", "2025-06-03"), (talk.Event, talk.Date?.ToString()));
    }

    [Fact]
    public void The_acronym_begins_the_ids_and_the_events_own_date_counts()
    {
        const string xml = """
            <?xml version="1.0"?><schedule><conference><acronym>b25</acronym><title>Brook</title></conference>
            <day date="2025-06-03"><room name="A"><event guid="g-1"><date>2025-06-04T00:30:00+02:00</date><title>Late</title>
            <url>https://brook.example/g-1</url></event></room></day></schedule>
            """;

        var talk = _import.Talk("schedule.xml", xml);

        Assert.Equal(
            ("b25/g-1", "2025-06-04", "https://brook.example/g-1"),
            (talk.Id, talk.Date?.ToString(), talk.Url)
        );
    }

    [Fact]
    public void Each_event_is_refused_by_itself()
    {
        var xml = $"<schedule>{Conference}<day>\n<event id='1'/>\n<event><title/></event>\n{Event}</day></schedule>";

        var items = _import.Read(_import.Write("a.xml", xml));

        Assert.Equal(["brook-2025/1", null], items.OfType<RefusedRecord>().Select(refused => refused.Id));
        Assert.Equal([2, 3], items.OfType<RefusedRecord>().Select(refused => refused.Position.Line));
        Assert.Equal("brook-2025/7", Assert.Single(items.OfType<ImportedRecord>()).Record.Id);
    }

    [Theory]
    [InlineData("iso-8859-1", 1252)]
    [InlineData("windows-1252", 1252)]
    [InlineData("koi8-r", 20866)]
    [InlineData("utf-16", 1200)]
    public void The_encoding_that_the_file_declares_is_read(string name, int codePage)
    {
        var title = codePage == 20866 ? "Очереди" : "Café";
        var xml =
            $"<?xml version='1.0' encoding='{name}'?><schedule>{Conference}<day><event id='1'><title>{title}</title></event></day></schedule>";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);

        var items = _import.Read(_import.Write("a.xml", encoding.GetBytes(xml)));

        Assert.Equal(title, Assert.IsType<ImportedRecord>(items[0]).Record.Title);
    }

    [Fact]
    public void A_file_that_breaks_off_gives_the_events_before_that()
    {
        var xml = $"<schedule>{Conference}<day>{Event}<event id='8'><title>Lo";
        var path = _import.Write("a.xml", xml);

        var items = _import.Read(path);

        Assert.Equal("brook-2025/7", Assert.IsType<ImportedRecord>(items[0]).Record.Id);
        var refused = Assert.IsType<RefusedRecord>(items[1]);
        Assert.True(refused.RestIsUnread);
        Assert.Equal(new SourcePosition(path, 4), refused.Position);
        Assert.StartsWith("is not XML: Unexpected end of file", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_that_leads_to_a_file_is_not_followed()
    {
        var secret = _import.Write("secret.txt", "the secret");
        var xml =
            $"<!DOCTYPE schedule [<!ENTITY x SYSTEM 'file://{secret}'>]><schedule>{Conference}<day><event id='1'><title>&x;</title></event></day></schedule>";

        var items = _import.Read(_import.Write("a.xml", xml));

        Assert.DoesNotContain(items, item => item.ToString().Contains("the secret", StringComparison.Ordinal));
        Assert.Contains(items, item => item is RefusedRecord { RestIsUnread: true });
    }

    [Fact]
    public void Entities_that_grow_without_end_are_not_expanded()
    {
        var entities = string.Concat(
            Enumerable
                .Range(1, 30)
                .Select(number => $"<!ENTITY l{number} '{string.Concat(Enumerable.Repeat($"&l{number - 1};", 10))}'>")
        );
        var xml =
            $"<!DOCTYPE s [<!ENTITY l0 'ha'>{entities}]><schedule>{Conference}<day>{Event}<event id='1'><title>&l30;</title></event></day></schedule>";

        var items = _import.Read(_import.Write("a.xml", xml));

        Assert.IsType<ImportedRecord>(items[0]);
        Assert.StartsWith("is not XML: ", Assert.IsType<RefusedRecord>(items[1]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_alone_does_no_harm() =>
        Assert.Equal(
            "Queues & locks",
            _import
                .Talk(
                    "a.xml",
                    $"<!DOCTYPE schedule SYSTEM 'schedule.dtd'><schedule>{Conference}<day>{Event}</day></schedule>"
                )
                .Title
        );

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var xml = $"<schedule>{Conference}<day>{Event}<event id='1'>{string.Concat(Enumerable.Repeat("<a>", 100_000))}";

        var items = _import.Read(_import.Write("a.xml", xml));

        Assert.IsType<ImportedRecord>(items[0]);
        Assert.Contains("Nests deeper", Assert.IsType<RefusedRecord>(items[1]).Reason, StringComparison.Ordinal);
    }
}
