using Search.Engine.Indexing;
using Search.Engine.Sources;
using static Search.Tests.Collection;

namespace Search.Tests.Indexing;

public sealed class ImportTests : IDisposable
{
    private readonly Collection collection = new();

    public void Dispose() => collection.Dispose();

    [Fact]
    public void Importing_again_leaves_everything_unchanged()
    {
        var records = new[] { Talk("a", "Raft"), Talk("b", "Paxos") };
        collection.Import(records);
        var version = collection.Engine.Version();

        var again = collection.Import(records);

        Assert.Equal((0, 0, 2), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal(version, collection.Engine.Version());
    }

    [Fact]
    public void A_changed_record_replaces_its_old_form()
    {
        collection.Import(Talk("a", "Raft"));

        var summary = collection.Import(Talk("a", "Paxos"));

        Assert.Equal((0, 1), (summary.Added, summary.Updated));
        Assert.Empty(collection.Ids("raft"));
        Assert.Equal(["a"], collection.Ids("paxos"));
    }

    [Fact]
    public void An_interview_and_its_passages_change_as_one()
    {
        collection.Import(Interview("i", "Chat", [("Why Raft?", "Leases."), ("Why Paxos?", "Habit.")]));

        collection.Import(Interview("i", "Chat", [("Why gossip?", "Scale.")]));

        Assert.Empty(collection.Ids("leases"));
        Assert.Empty(collection.Ids("habit"));
        Assert.Equal(["i"], collection.Ids("scale"));
        Assert.Equal(1, collection.Engine.Stats().Passages);
    }

    [Fact]
    public void Pruning_removes_what_the_source_no_longer_has()
    {
        collection.Import(Talk("a", "Raft"), Talk("b", "Paxos"));
        collection.Import("other", new ImportOptions(), Talk("c", "Gossip"));

        var summary = collection.Import("test", new ImportOptions { Prune = true }, Talk("b", "Paxos"));

        Assert.Equal(1, summary.Removed);
        Assert.Equal(["b", "c"], collection.Ids("").Order());
    }

    [Fact]
    public void Without_pruning_what_the_source_no_longer_has_stays()
    {
        collection.Import(Talk("a", "Raft"), Talk("b", "Paxos"));
        collection.Import(Talk("b", "Paxos"));
        Assert.Equal(2, collection.Ids("").Count);
    }

    [Fact]
    public void Pruning_is_skipped_when_a_refused_item_might_be_what_seems_to_have_vanished()
    {
        collection.Import(Talk("a", "Raft"), Talk("b", "Paxos"));
        var summary = collection.ImportItems(
            "test",
            new ImportOptions { Prune = true },
            [new RefusedRecord(new SourcePosition("x", 1), null, "is no JSON"), .. Items([Talk("b", "Paxos")])]
        );

        Assert.True(summary.PruneSkipped);
        Assert.Equal(0, summary.Removed);
    }

    [Fact]
    public void A_refused_record_with_a_known_id_keeps_its_last_good_form()
    {
        collection.Import(Talk("a", "Raft"), Talk("b", "Paxos"));
        collection.ImportItems(
            "test",
            new ImportOptions { Prune = true },
            [new RefusedRecord(new SourcePosition("x", 1), "a", "has no title")]
        );
        Assert.Equal(["a"], collection.Ids(""));
    }

    [Fact]
    public void A_second_record_with_the_same_id_is_refused_with_its_line()
    {
        var summary = collection.Import(Talk("a", "Raft"), Talk("a", "Paxos"));

        Assert.Equal(1, summary.Added);
        Assert.Equal(new SourcePosition("test.jsonl", 2), Assert.Single(summary.Refused).Position);
        Assert.Equal(["a"], collection.Ids("raft"));
    }

    [Fact]
    public void A_record_that_another_source_owns_is_refused()
    {
        collection.Import(Talk("a", "Raft"));

        var summary = collection.Import("other", new ImportOptions(), Talk("a", "Paxos"));

        Assert.Contains("belongs to the source test (id_owned_by)", Assert.Single(summary.Refused).Reason);
        Assert.Equal(["a"], collection.Ids("raft"));
    }

    [Fact]
    public void A_record_that_another_source_owns_can_be_taken_over()
    {
        collection.Import(Talk("a", "Raft"));

        var summary = collection.Import("other", new ImportOptions { TakeOver = true }, Talk("a", "Raft"));

        Assert.Equal(1, summary.Updated);
        Assert.Equal("other", collection.Engine.Find("a")?.Source);
    }

    [Fact]
    public void The_sample_makes_room_for_the_first_other_source()
    {
        collection.Import(ImportOptions.SampleSource, new ImportOptions(), Talk("s1", "Sample"), Talk("shared", "Old"));

        var summary = collection.Import(Talk("a", "Raft"), Talk("shared", "New"));

        Assert.Equal(1, summary.SampleRemoved);
        Assert.Equal(["a", "shared"], collection.Ids("").Order());
        Assert.Equal("test", collection.Engine.Find("shared")?.Source);
    }

    [Fact]
    public void The_sample_stays_when_asked_to()
    {
        collection.Import(ImportOptions.SampleSource, new ImportOptions(), Talk("s1", "Sample"));
        collection.Import("test", new ImportOptions { KeepSample = true }, Talk("a", "Raft"));
        collection.Import("third", new ImportOptions(), Talk("b", "Paxos"));
        Assert.Equal(["a", "b", "s1"], collection.Ids("").Order());
    }

    [Fact]
    public void The_sample_stays_when_nothing_of_the_first_source_could_be_used()
    {
        collection.Import(ImportOptions.SampleSource, new ImportOptions(), Talk("s1", "Sample"));
        collection.ImportItems(
            "test",
            new ImportOptions(),
            [new RefusedRecord(new SourcePosition("x", 1), null, "no JSON")]
        );
        Assert.Equal(["s1"], collection.Ids(""));
    }

    [Fact]
    public void A_dry_run_counts_and_writes_nothing()
    {
        var summary = collection.Import("test", new ImportOptions { DryRun = true }, Talk("a", "Raft"));

        Assert.Equal(1, summary.Added);
        Assert.Equal(IndexAvailability.Missing, collection.Engine.State.Availability);
    }

    [Fact]
    public void A_source_that_breaks_off_leaves_the_index_as_it_was()
    {
        collection.Import(Talk("a", "Raft"));
        Assert.Throws<SourceException>(() => collection.ImportItems("test", new ImportOptions(), BreakingOff()));
        Assert.Equal(["a"], collection.Ids(""));
    }

    [Fact]
    public void Removing_a_source_leaves_the_others()
    {
        collection.Import(Talk("a", "Raft"));
        collection.Import("other", new ImportOptions(), Talk("b", "Paxos"), Talk("c", "Gossip"));
        using (var session = new IndexSession(collection.Options))
            Assert.Equal(2, session.RemoveSource("other"));
        Assert.Equal(["a"], collection.Ids(""));
        Assert.Equal(["test"], collection.Engine.Sources().Select(source => source.Name));
    }

    [Fact]
    public void Removing_by_id_counts_only_what_was_there()
    {
        collection.Import(Talk("a", "Raft"), Interview("i", "Chat", [("Why?", "Because.")]));
        using (var session = new IndexSession(collection.Options))
            Assert.Equal(1, session.Remove(["i", "nowhere", "i"]));
        Assert.Equal(["a"], collection.Ids(""));
        Assert.Equal(0, collection.Engine.Stats().Passages);
    }

    [Fact]
    public void Everything_that_a_record_holds_comes_back()
    {
        var interview = Interview(
            "i/é,공+%",
            "Chat <b>",
            [("Why?", "A\n\nB"), ("How?", "So.")],
            ["Ann", "Bo"],
            "2024-03"
        ) with
        {
            Intro = "Intro",
            Topics = ["AC/DC", "pub/sub"],
            Event = "Relay 2024",
            Language = "en",
            Url = "https://relay.example/i",
            TalkId = "t",
            Excerpt = true,
        };
        collection.Import(interview);

        var found = Assert.IsType<Search.Engine.Documents.Interview>(collection.Engine.Find(interview.Id)?.Record);

        Assert.Equal(
            interview.Passages,
            found.Passages,
            (x, y) =>
                (x.Number, x.Question, x.Answer, x.Url, x.Excerpt) == (y.Number, y.Question, y.Answer, y.Url, y.Excerpt)
        );
        Assert.Equal(interview.Speakers, found.Speakers);
        Assert.Equal(interview.Topics, found.Topics);
        Assert.Equal(
            (
                interview.Title,
                interview.Intro,
                interview.Event,
                interview.Date,
                interview.Language,
                interview.Url,
                interview.TalkId,
                interview.Excerpt
            ),
            (found.Title, found.Intro, found.Event, found.Date, found.Language, found.Url, found.TalkId, found.Excerpt)
        );
    }

    [Fact]
    public void A_question_without_an_answer_comes_back_and_keeps_the_numbers_of_the_others()
    {
        var line =
            """{"id":"i","kind":"interview","title":"Chat","questions":[{"question":"Why?"},{"question":"How?","answer":"So."}]}""";
        var record = Search.Engine.Documents.RecordJson.Parse(System.Text.Encoding.UTF8.GetBytes(line)).Record;
        Assert.NotNull(record);
        collection.Import(record);

        Assert.Equal(
            ["i#2"],
            collection.Ids("so how", request => request with { Group = Search.Engine.Searching.HitGroup.Answer })
        );
        Assert.Equal(line, System.Text.Encoding.UTF8.GetString(collection.Engine.Find("i")!.Json.Span));
        Assert.Equal(1, collection.Import(record).Unchanged);
    }

    private static IEnumerable<ImportItem> BreakingOff()
    {
        yield return new ImportedRecord(new SourcePosition("x", 1), Talk("b", "Paxos"));
        throw new SourceException("x", "the disk went away");
    }
}
