using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class TranscriptImporterTests : IDisposable
{
    private const string Captions =
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ada Kell>Good <i>morning</i> &amp;\nwelcome.\n\n01:02:03.500 --> 01:02:05.000 align:start\n<v Bo Lind>Thanks.\n";

    private readonly SourceImport _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void Captions_become_passages_with_links_to_their_time()
    {
        _import.Write(
            "queues.md",
            "---\ntitle: Queues\nspeaker: Ada Kell\nurl: https://www.youtube.com/watch?v=x\n---\nSay no.\n"
        );
        _import.Write("queues.en.vtt", Captions);

        var records = _import.Read().OfType<ImportedRecord>().Select(item => item.Record).ToList();

        var interview = Assert.Single(records.OfType<Interview>());
        Assert.Equal(
            ("brook/queues/transcript-en", "Queues", "brook/queues"),
            (interview.Id, interview.Title, interview.TalkId)
        );
        Assert.Equal(["Ada Kell"], interview.Speakers);
        var passage = Assert.Single(interview.Passages);
        Assert.Equal("0:01 – 1:02:05", passage.Question);
        Assert.Equal("Ada Kell: Good morning & welcome.\n\nBo Lind: Thanks.", passage.Answer);
        Assert.Equal("https://www.youtube.com/watch?v=x&t=1s", passage.Url);
        Assert.Equal("brook/queues", Assert.Single(records.OfType<Talk>()).Id);
    }

    [Fact]
    public void SubRip_is_read_as_well_and_needs_no_talk()
    {
        var interview = _import.Interview(
            "opening-words.srt",
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}Good morning.\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nWelcome.\r\n"
        );

        Assert.Equal(("brook/transcript/opening-words", "opening words"), (interview.Id, interview.Title));
        Assert.Equal("Good morning. Welcome.", Assert.Single(interview.Passages).Answer);
    }

    [Fact]
    public void A_long_talk_is_cut_where_sentences_end()
    {
        var cues = Enumerable
            .Range(0, 300)
            .Select(number =>
                $"00:{number / 60:00}:{number % 60:00}.000 --> 00:{number / 60:00}:{number % 60:00}.900\nsome words number {number} go on here{(number % 3 == 2 ? "." : "")}\n"
            );

        var passages = _import.Interview("long.vtt", "WEBVTT\n\n" + string.Join('\n', cues)).Passages;

        Assert.InRange(passages.Count, 10, 14);
        Assert.All(passages.SkipLast(1), passage => Assert.EndsWith("here.", passage.Answer, StringComparison.Ordinal));
        Assert.Equal(300, passages.Sum(passage => passage.Answer.Split("some words").Length - 1));
    }

    [Fact]
    public void Captions_that_roll_are_said_once() =>
        Assert.Equal(
            "one two three",
            _import
                .Interview(
                    "a.vtt",
                    "WEBVTT\n\n00:01.000 --> 00:02.000\none\n\n00:02.000 --> 00:03.000\none\ntwo\n\n00:03.000 --> 00:04.000\ntwo\nthree\n"
                )
                .Passages[0]
                .Answer
        );

    [Fact]
    public void Captions_without_a_time_are_noted_with_their_line()
    {
        var items = _import.Read(_import.Write("a.vtt", "WEBVTT\n\nx --> y\nlost\n\n00:01.000 --> 00:02.000\nkept\n"));

        Assert.Equal(3, Assert.IsType<SourceNote>(items[0]).Position.Line);
        Assert.IsType<ImportedRecord>(items[1]);
    }

    [Theory]
    [InlineData("https://youtu.be/x", "https://youtu.be/x?t=75s")]
    [InlineData("https://vimeo.com/1", "https://vimeo.com/1#t=75s")]
    [InlineData("https://v.example/a.mp4#top", "https://v.example/a.mp4#t=75")]
    [InlineData(null, null)]
    public void A_time_is_linked_as_the_site_takes_it(string? url, string? link) =>
        Assert.Equal(link, TranscriptPassages.UrlAt(url, TimeSpan.FromSeconds(75.9)));
}
