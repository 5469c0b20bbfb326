using Search.Engine.Documents;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Indexing;

/// <summary>Which records are one work; each case also with the records in the opposite order, and one import a record.</summary>
public sealed class WorkTests
{
    public static TheoryData<string, Record[], int> Cases =>
        new()
        {
            { "A talk and an interview with one title", [Talk("t", "Raft"), Chat("i", "Raft")], 1 },
            { "Case and punctuation aside", [Talk("t", "\"Raft\", Explained!"), Chat("i", "raft explained")], 1 },
            { "A leading Interview:", [Talk("t", "Raft"), Chat("i", "Interview: Raft")], 1 },
            { "A leading Q&A:", [Talk("t", "Raft"), Chat("i", "Q&A: Raft")], 1 },
            { "Signs that make another word", [Talk("t", "C++ today"), Chat("i", "C today")], 2 },
            {
                "Both name speakers and share one",
                [Talk("t", "Raft", speakers: ["Ann", "Bo"]), Chat("i", "Raft", "bo")],
                1
            },
            { "Both name speakers and share none", [Talk("t", "Raft", speakers: ["Ann"]), Chat("i", "Raft", "Bo")], 2 },
            { "Only one names speakers", [Talk("t", "Raft", speakers: ["Ann"]), Chat("i", "Raft")], 1 },
            {
                "Two talks that share a speaker",
                [Talk("t", "Raft", speakers: ["Ann"]), Talk("u", "Raft", speakers: ["Ann", "Bo"])],
                1
            },
            { "Two talks without speakers", [Talk("t", "Raft"), Talk("u", "Raft")], 2 },
            {
                "Two talks by various",
                [
                    Talk("t", "Lightning talks", speakers: ["various"]),
                    Talk("u", "Lightning talks", speakers: ["Various"]),
                ],
                2
            },
            { "Two interviews", [Chat("i", "Raft", "Ann"), Chat("j", "Raft", "Ann")], 2 },
            {
                "An interview that could be about either of two talks",
                [Talk("t", "Raft", speakers: ["Ann"]), Talk("u", "Raft", speakers: ["Bo"]), Chat("i", "Raft")],
                3
            },
            {
                "An interview that shares a speaker with one of two talks",
                [Talk("t", "Raft", speakers: ["Ann"]), Talk("u", "Raft", speakers: ["Bo"]), Chat("i", "Raft", "Bo")],
                2
            },
            {
                "An interview that names its talk",
                [Talk("t", "Raft", speakers: ["Ann"]), Chat("i", "Votes", "Bo") with { TalkId = "t" }],
                1
            },
            {
                "An interview that names another talk than its title does",
                [Talk("t", "Raft"), Talk("u", "Votes"), Chat("i", "Votes") with { TalkId = "t" }],
                2
            },
            {
                "An interview that names a talk that is not there",
                [Talk("t", "Raft"), Chat("i", "Raft") with { TalkId = "gone" }],
                1
            },
            {
                "Three talks in a chain of shared speakers",
                [
                    Talk("t", "R", speakers: ["A"]),
                    Talk("u", "R", speakers: ["B"]),
                    Talk("v", "R", speakers: ["A", "B"]),
                ],
                1
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Works_do_not_depend_on_the_order_of_records(string name, Record[] records, int works)
    {
        Assert.NotEmpty(name);
        using var together = new Collection(records);
        using var reversed = new Collection(records.Reverse());
        using var oneByOne = new Collection();
        foreach (var record in records.Reverse())
            oneByOne.Import(record);
        Assert.Equal((works, works, works), (Works(together), Works(reversed), Works(oneByOne)));
        Assert.Equal(works, together.Search("").TotalHits);
    }

    [Fact]
    public void A_work_falls_apart_when_a_title_changes_and_comes_back_with_it()
    {
        using var collection = new Collection(Talk("t", "Raft"), Chat("i", "Raft"));
        collection.Import(Chat("i", "Votes"));
        Assert.Equal(2, Works(collection));
        collection.Import(Chat("i", "Raft"));
        Assert.Equal(1, Works(collection));
    }

    [Fact]
    public void A_work_falls_apart_when_its_talk_is_removed()
    {
        using var collection = new Collection(
            Talk("t", "Raft"),
            Chat("i", "Votes") with
            {
                TalkId = "t",
            },
            Talk("v", "Votes")
        );
        Assert.Equal(2, Works(collection));
        using (var session = new Search.Engine.Indexing.IndexSession(collection.Options))
            session.Remove(["t"]);
        Assert.Equal(1, Works(collection));
        Assert.Equal(
            "v",
            Assert.Single(Assert.Single(collection.Search("").Hits, hit => hit.Record.Id == "i").Also).Id
        );
    }

    [Fact]
    public void A_hit_is_the_best_record_of_its_work_and_names_the_others()
    {
        using var collection = new Collection(
            Talk("t", "Raft in anger", "A talk about elections."),
            Chat("i", "Raft in anger") with
            {
                Intro = "On leases.",
            }
        );

        var hit = Assert.Single(collection.Search("leases").Hits);

        Assert.Equal("i", hit.Record.Id);
        var also = Assert.Single(hit.Also);
        Assert.Equal(("t", RecordKind.Talk, false), (also.Id, also.Kind, also.Matched));
    }

    [Fact]
    public void The_other_form_is_marked_when_it_matched_too()
    {
        using var collection = new Collection(
            Talk("t", "Raft", "leases leases"),
            Chat("i", "Raft") with
            {
                Intro = "On leases.",
            }
        );
        Assert.True(Assert.Single(Assert.Single(collection.Search("leases").Hits).Also).Matched);
    }

    [Fact]
    public void A_work_shows_only_records_that_pass_the_filter()
    {
        using var collection = new Collection(Talk("t", "Raft"), Chat("i", "Raft"));

        var response = collection.Search(
            "",
            request => request with { Filter = new RecordFilter { Kinds = [RecordKind.Interview] } }
        );

        var hit = Assert.Single(response.Hits);
        Assert.Equal("i", hit.Record.Id);
        Assert.False(Assert.Single(hit.Also).Matched);
    }

    private static int Works(Collection collection) => collection.Engine.Stats().Works;

    private static Interview Chat(string id, string title, params string[] speakers) =>
        Interview(id, title, [("Why?", "Because.")], speakers);
}
