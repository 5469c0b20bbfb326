using System.Text;
using System.Text.Json.Nodes;
using Search.Engine.Indexing;
using static Search.Tests.Collection;

namespace Search.Tests.Indexing;

public sealed class WriteTests : IDisposable
{
    private readonly Collection collection = new();

    public void Dispose() => collection.Dispose();

    [Fact]
    public void Writes_share_one_commit_and_see_each_other()
    {
        using var session = new IndexSession(collection.Options);

        var outcomes = session.Write([
            Put(Talk("a", "Raft")),
            Put(Talk("a", "Paxos")),
            Put(Talk("a", "Paxos")),
            Patch("a", """{"abstract":"leases"}"""),
            new DeleteRecord("b"),
            Put(Talk("c", "Gossip")),
            new DeleteRecord("c"),
        ]);

        Assert.Equal(
            [
                WriteStatus.Added,
                WriteStatus.Updated,
                WriteStatus.Unchanged,
                WriteStatus.Updated,
                WriteStatus.NotFound,
                WriteStatus.Added,
                WriteStatus.Removed,
            ],
            outcomes.Select(outcome => outcome.Status)
        );
        Assert.Equal(1, session.LastCommit);
        Assert.Equal(["a"], collection.Ids(""));
        Assert.Equal(["a"], collection.Ids("leases"));
    }

    [Fact]
    public void Nothing_is_committed_when_nothing_changes()
    {
        collection.Import(Talk("a", "Raft"));
        using var session = new IndexSession(collection.Options);
        var before = session.LastCommit;

        session.Write([Put(Talk("a", "Raft")), new DeleteRecord("b"), Put(Talk("c", "x")), new DeleteRecord("c")]);

        Assert.Equal((1, 1), (before, session.LastCommit));
    }

    [Fact]
    public void The_number_of_commits_goes_on_in_the_next_session()
    {
        for (var n = 1; n <= 3; n++)
        {
            using var session = new IndexSession(collection.Options);
            session.Write([Put(Talk("a", $"Title {n}"))]);
            Assert.Equal(n, session.LastCommit);
        }
    }

    [Fact]
    public void An_interview_changes_as_one()
    {
        using var session = new IndexSession(collection.Options);
        session.Write([Put(Interview("i", "Chat", [("Why Raft?", "Leases."), ("Why Paxos?", "Habit.")]))]);

        session.Write([Patch("i", """{"questions":[{"question":"Why gossip?","answer":"Scale."}]}""")]);

        Assert.Empty(collection.Ids("leases"));
        Assert.Empty(collection.Ids("habit"));
        Assert.Equal(["i"], collection.Ids("scale"));
        Assert.Equal(1, collection.Engine.Stats().Passages);
    }

    [Fact]
    public void A_talk_and_the_interview_about_it_become_one_work()
    {
        using var session = new IndexSession(collection.Options);
        session.Write([Put(Talk("t", "On Raft", speakers: ["Ada"]))]);
        session.Write([Put(Interview("i", "Interview: On Raft", [("Why?", "So.")], ["Ada"]))]);
        Assert.Equal(1, collection.Engine.Stats().Works);

        session.Write([new DeleteRecord("t")]);
        session.Write([Put(Talk("t", "On Paxos", speakers: ["Ada"]))]);
        Assert.Equal(2, collection.Engine.Stats().Works);
    }

    [Fact]
    public void A_new_record_belongs_to_the_api_and_a_known_one_to_its_owner()
    {
        collection.Import("talks.jsonl", new ImportOptions(), Talk("old", "Raft"));
        using var session = new IndexSession(collection.Options);

        var outcomes = session.Write([Put(Talk("old", "Paxos")), Put(Talk("new", "Gossip"))]);

        Assert.Equal(["talks.jsonl", "api"], outcomes.Select(outcome => outcome.Source));
    }

    [Fact]
    public void A_source_may_not_change_what_another_owns_unless_it_takes_over()
    {
        collection.Import("talks.jsonl", new ImportOptions(), Talk("a", "Raft"));
        using var session = new IndexSession(collection.Options);

        var refused = session.Write([
            Put(Talk("a", "Paxos")) with
            {
                Source = "mine",
            },
            new DeleteRecord("a") { Source = "mine" },
        ]);
        var taken = session.Write([Put(Talk("a", "Paxos")) with { Source = "mine", TakeOver = true }]);

        Assert.All(refused, outcome => Assert.Equal(WriteStatus.OwnedByOther, outcome.Status));
        Assert.Equal("The record a belongs to the source talks.jsonl.", refused[0].Fault);
        Assert.Equal((WriteStatus.Updated, "mine"), (taken[0].Status, taken[0].Source));
    }

    [Fact]
    public void The_first_record_of_ones_own_makes_the_sample_go()
    {
        collection.Import("sample", new ImportOptions(), Talk("s1", "Raft"), Talk("s2", "Paxos"));
        using var session = new IndexSession(collection.Options);

        var kept = session.Write([Put(Talk("s1", "Raft again")), Put(Talk("a", "Gossip")) with { KeepSample = true }]);
        Assert.All(kept, outcome => Assert.Equal(0, outcome.SampleRemoved));
        session.Write([new DeleteRecord("a")]);
        var gone = session.Write([Put(Talk("b", "Gossip")), Put(Talk("c", "Gossip"))]);

        Assert.Equal([2, 0], gone.Select(outcome => outcome.SampleRemoved));
        Assert.Equal(["b", "c"], collection.Ids("").Order());
    }

    [Fact]
    public void A_condition_sees_the_record_as_it_stands()
    {
        using var session = new IndexSession(collection.Options);
        session.Write([Put(Talk("a", "Raft"))]);

        var outcomes = session.Write([
            Put(Talk("a", "Paxos")) with
            {
                Condition = json => json is null,
            },
            Put(Talk("b", "Paxos")) with
            {
                Condition = json => json is null,
            },
            new DeleteRecord("a") { Condition = json => Encoding.UTF8.GetString(json!.Value.Span).Contains("Raft") },
        ]);

        Assert.Equal(
            [WriteStatus.ConditionFailed, WriteStatus.Added, WriteStatus.Removed],
            outcomes.Select(outcome => outcome.Status)
        );
    }

    [Theory]
    [InlineData(
        """{"abstract":null,"topics":["x"]}""",
        """{"id":"a","kind":"talk","title":"T","topics":["x"],"x":{"a":1,"b":2}}"""
    )]
    [InlineData(
        """{"x":{"a":null,"c":[1,null]}}""",
        """{"id":"a","kind":"talk","title":"T","abstract":"A","x":{"b":2,"c":[1,null]}}"""
    )]
    [InlineData("""{"x":3,"y":{"z":null}}""", """{"id":"a","kind":"talk","title":"T","abstract":"A","x":3,"y":{}}""")]
    [InlineData(
        """{"title":"\ud800"}""",
        """{"id":"a","kind":"talk","title":"\ufffd","abstract":"A","x":{"a":1,"b":2}}"""
    )]
    [InlineData("{}", """{"id":"a","kind":"talk","title":"T","abstract":"A","x":{"a":1,"b":2}}""")]
    public void A_patch_replaces_adds_and_removes_members(string patch, string expected)
    {
        using var session = new IndexSession(collection.Options);
        var record = RecordOf("""{"id":"a","kind":"talk","title":"T","abstract":"A","x":{"a":1,"b":2}}""");

        var outcome = session.Write([Put(record), Patch("a", patch)])[1];

        Assert.Null(outcome.Fault);
        var patched = JsonNode.Parse(outcome.Json!.Value.Span);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), patched), $"{patched}");
    }

    [Theory]
    [InlineData("[1]", "The patch is a list; it must be a JSON object.")]
    [InlineData(
        "{\"a\":",
        "The patch breaks off at column 6 before the JSON is complete; a record stands whole on one line."
    )]
    [InlineData("""{"id":"b"}""", "A patch cannot change the id of a record.")]
    [InlineData("""{"title":null}""", "The patched record cannot be used: \"title\" is missing.")]
    [InlineData("""{"a":1,"a":2}""", "The patch has \"a\" twice.")]
    public void A_patch_that_leaves_no_record_changes_nothing(string patch, string fault)
    {
        using var session = new IndexSession(collection.Options);
        session.Write([Put(Talk("a", "Raft"))]);

        var outcome = Assert.Single(session.Write([Patch("a", patch)]));

        Assert.Equal((WriteStatus.Invalid, fault), (outcome.Status, outcome.Fault));
        Assert.Equal(["a"], collection.Ids("raft"));
    }

    [Fact]
    public void What_fails_before_the_commit_keeps_all_of_it_from_being_made()
    {
        collection.Import(Talk("a", "Raft"));
        using (var session = new IndexSession(collection.Options))
        {
            Assert.Throws<IOException>(() =>
                session.Write([Put(Talk("b", "Paxos"))], (_, _) => throw new IOException("No room."))
            );
        }
        Assert.Equal(["a"], collection.Ids(""));
        using var next = new IndexSession(collection.Options);
        Assert.Equal(1, next.LastCommit);
    }

    [Fact]
    public void However_often_a_second_writer_tries_the_first_keeps_the_lock()
    {
        using var first = new IndexSession(collection.Options, "first");
        for (var n = 0; n < 3; n++)
            Assert.StartsWith("first", Assert.Throws<IndexLockedException>(Second).Holder, StringComparison.Ordinal);
        first.Write([Put(Talk("a", "Raft"))]);
        Assert.Equal(["a"], collection.Ids("raft"));

        void Second() => new IndexSession(collection.Options, "second").Dispose();
    }

    private static PutRecord Put(Record record) => new(record);

    private static PatchRecord Patch(string id, string patch) => new(id, Encoding.UTF8.GetBytes(patch));

    private static Record RecordOf(string json) =>
        Search.Engine.Documents.RecordJson.Parse(Encoding.UTF8.GetBytes(json)).Record!;
}
