using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Searching;

public sealed class SearchTests
{
    [Fact]
    public void Words_are_found_in_every_form()
    {
        using var collection = new Collection(Talk("a", "Scaling elections"));
        Assert.Equal(["a"], collection.Ids("election scale"));
    }

    [Fact]
    public void A_quoted_phrase_keeps_its_word_order_and_forms()
    {
        using var collection = new Collection(
            Talk("a", "the leader lease"),
            Talk("b", "lease the leader"),
            Talk("c", "leaders lease")
        );
        Assert.Equal(["a"], collection.Ids("\"leader lease\""));
    }

    [Fact]
    public void A_phrase_does_not_run_from_the_title_into_the_text()
    {
        using var collection = new Collection(Talk("a", "On quorum", "reads are cheap", ["Ann Lee", "Kim Park"]));
        Assert.Empty(collection.Ids("\"quorum reads\""));
        Assert.Empty(collection.Ids("\"lee kim\""));
    }

    [Fact]
    public void Stop_words_are_found_in_phrases()
    {
        using var collection = new Collection(Talk("a", "To be or not to be"), Talk("b", "Be it so"));
        Assert.Equal(["a"], collection.Ids("\"to be or not to be\""));
        Assert.Contains("a", collection.Ids("to be or not to be"));
    }

    [Fact]
    public void Stop_words_match_nothing_while_other_words_remain()
    {
        using var collection = new Collection(Talk("a", "How to shard"), Talk("b", "How to cook"));
        Assert.Equal(["a"], collection.Ids("how to shard", Any));
    }

    [Fact]
    public void An_excluded_word_restricts_the_whole_query()
    {
        using var collection = new Collection(Talk("a", "Raft leases"), Talk("b", "Raft gossip"), Talk("c", "Paxos"));
        Assert.Equal(["b"], collection.Ids("raft -leases"));
    }

    [Fact]
    public void Exclusions_alone_match_everything_else()
    {
        using var collection = new Collection(Talk("a", "Raft"), Talk("b", "Paxos"));
        Assert.Equal(["b"], collection.Ids("-raft"));
    }

    [Fact]
    public void A_required_word_must_occur()
    {
        using var collection = new Collection(Talk("a", "Raft leases"), Talk("b", "Raft gossip"));
        Assert.Equal(["a"], collection.Ids("raft +leases", Any));
    }

    [Fact]
    public void One_of_two_alternatives_must_occur()
    {
        using var collection = new Collection(Talk("a", "Raft"), Talk("b", "Paxos"), Talk("c", "Gossip"));
        Assert.Equal(["a", "b"], collection.Ids("raft | paxos").Order());
        Assert.Equal(["a", "b"], collection.Ids("raft OR paxos").Order());
    }

    [Fact]
    public void A_prefix_finds_every_word_that_begins_so()
    {
        using var collection = new Collection(Talk("a", "Replication"), Talk("b", "Replay"), Talk("c", "Raft"));
        Assert.Equal(["a", "b"], collection.Ids("repl*").Order());
    }

    [Fact]
    public void A_word_with_a_tilde_is_found_misspelt()
    {
        using var collection = new Collection(Talk("a", "Kubernetes"), Talk("b", "Cabernet"));
        Assert.Equal(["a"], collection.Ids("kuberntes~1"));
    }

    [Theory]
    [InlineData("title:raft", "a")]
    [InlineData("speaker:ann", "b")]
    [InlineData("speaker:\"ann lee\"", "b")]
    [InlineData("topic:consensus", "b")]
    [InlineData("event:relay", "c")]
    [InlineData("kind:interview", "i")]
    [InlineData("year:2021", "c")]
    [InlineData("year:2020..2022", "c")]
    [InlineData("year:1999 | year:2021", "c")]
    [InlineData("kind:interview | year:1999", "i")]
    public void A_field_can_be_named(string query, string expected)
    {
        using var collection = new Collection(
            Talk("a", "Raft"),
            Talk("b", "Paxos", "on raft and relay", ["Ann Lee"], ["Consensus"]),
            Talk("c", "Gossip", "raft by ann for consensus", date: "2021-04") with
            {
                Event = "Relay 2021",
            },
            Interview("i", "Chat", [("Why?", "Because.")])
        );
        Assert.Equal([expected], collection.Ids(query));
    }

    [Fact]
    public void Speakers_and_topics_are_found_by_plain_words()
    {
        using var collection = new Collection(Talk("a", "Talk", speakers: ["Siobhán O'Dwyer"], topics: ["Consensus"]));
        Assert.Equal(["a"], collection.Ids("siobhan"));
        Assert.Equal(["a"], collection.Ids("consensus"));
    }

    [Fact]
    public void All_words_can_be_demanded()
    {
        using var collection = new Collection(Talk("a", "Raft leases"), Talk("b", "Raft gossip"));
        Assert.Equal(["a"], collection.Ids("raft leases", request => request with { Match = MatchMode.All }));
        Assert.Equal(["a", "b"], collection.Ids("raft leases", Any));
    }

    [Fact]
    public void An_empty_query_lists_everything_newest_first_and_undated_last()
    {
        using var collection = new Collection(
            Talk("old", "A", date: "2019"),
            Talk("none", "B"),
            Talk("new", "C", date: "2024-03-05"),
            Talk("day", "D", date: "2019-01-01")
        );
        Assert.Equal(["new", "day", "old", "none"], collection.Ids(""));
    }

    [Fact]
    public void Equal_scores_fall_to_date_then_id()
    {
        using var collection = new Collection(
            Talk("b", "Raft", date: "2020"),
            Talk("c", "Raft", date: "2021"),
            Talk("a", "Raft", date: "2020")
        );
        Assert.Equal(["c", "a", "b"], collection.Ids("raft"));
    }

    [Fact]
    public void Hits_can_be_sorted_by_date_and_by_title()
    {
        using var collection = new Collection(
            Talk("1", "Émile", date: "2020"),
            Talk("2", "zebra", date: "2022"),
            Talk("3", "\"Alpha\""),
            Talk("4", "Fabric", date: "2021")
        );
        Assert.Equal(["2", "4", "1", "3"], collection.Ids("", Sorted(SortOrder.DateDescending)));
        Assert.Equal(["1", "4", "2", "3"], collection.Ids("", Sorted(SortOrder.DateAscending)));
        Assert.Equal(["3", "1", "4", "2"], collection.Ids("", Sorted(SortOrder.TitleAscending)));
    }

    [Fact]
    public void An_interview_shows_its_best_three_passages()
    {
        using var collection = new Collection(
            Interview(
                "i",
                "Chat",
                [
                    ("One?", "raft and much else beside it that is said here"),
                    ("Two?", "raft raft raft"),
                    ("Three?", "nothing"),
                    ("Four?", "raft raft"),
                    ("Five?", "raft and something"),
                ]
            )
        );
        var hit = Assert.Single(collection.Search("raft").Hits);
        Assert.Equal([2, 4, 5], hit.Passages.Select(passage => passage.Passage.Number));
        Assert.True(hit.Score >= hit.Passages[0].Score);
    }

    [Fact]
    public void Passages_can_be_hits_of_their_own()
    {
        using var collection = new Collection(
            Talk("t", "Raft"),
            Interview("i", "Chat", [("One?", "raft"), ("Two?", "gossip"), ("Three?", "raft")])
        );
        Assert.Equal(["i#1", "i#3", "t"], collection.Ids("raft", Grouped(HitGroup.Passage)).Order());
        Assert.Equal(["i#1", "i#3"], collection.Ids("raft", Grouped(HitGroup.Answer)).Order());
        Assert.Equal(["i", "t"], collection.Ids("raft", Grouped(HitGroup.Record)).Order());
        Assert.Equal(2, collection.Search("raft", Grouped(HitGroup.Answer)).TotalHits);
    }

    [Fact]
    public void The_third_answer_of_one_interview_stands_lower()
    {
        using var collection = new Collection(
            Interview("i", "Chat", [("A?", "raft raft"), ("B?", "raft raft"), ("C?", "raft raft")]),
            Interview("j", "Chat too", [("D?", "raft raft")])
        );
        Assert.Equal(["i#1", "i#2", "j#1", "i#3"], collection.Ids("raft", Grouped(HitGroup.Answer)));
    }

    [Fact]
    public void An_interview_found_by_an_answer_alone_shows_that_answer()
    {
        using var collection = new Collection(
            Interview("i", "Chat", [("One?", "Elections."), ("Two?", "Leases.")]) with
            {
                Intro = "We met in Lisbon.",
            }
        );
        var hit = Assert.Single(collection.Search("leases").Hits);
        Assert.Equal(("answer", "Leases."), (hit.Snippet?.Field, hit.Snippet?.Text));
    }

    [Fact]
    public void A_value_that_stands_in_the_index_means_just_that()
    {
        using var collection = new Collection(Talk("a", "A", topics: ["python"]), Talk("b", "B", topics: ["Python"]));
        Assert.Equal(["b"], collection.Ids("", Filtered(new RecordFilter { Topics = ["Python"] })));
    }

    [Fact]
    public void A_value_that_does_not_stand_in_the_index_is_compared_without_case_and_accents()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["AC/DC power"]),
            Talk("b", "B", speakers: ["Siobhán O'Dwyer"])
        );
        Assert.Equal(["a"], collection.Ids("", Filtered(new RecordFilter { Topics = ["ac/dc  POWER"] })));
        Assert.Equal(["b"], collection.Ids("", Filtered(new RecordFilter { Speakers = ["siobhan o'dwyer"] })));
    }

    [Fact]
    public void A_passage_inherits_what_its_interview_is_filtered_by()
    {
        using var collection = new Collection(
            Interview("i", "Chat", [("One?", "raft")], ["Ann"], "2020"),
            Interview("j", "Chat too", [("One?", "raft")], ["Bo"], "2021")
        );
        var answers = Grouped(HitGroup.Answer);
        Assert.Equal(
            ["i#1"],
            collection.Ids(
                "raft",
                request => answers(request) with { Filter = new RecordFilter { Speakers = ["Ann"] } }
            )
        );
        Assert.Equal(
            ["j#1"],
            collection.Ids(
                "raft",
                request => answers(request) with { Filter = new RecordFilter { Years = [new YearRange(2021, 2021)] } }
            )
        );
    }

    [Fact]
    public void Dates_are_filtered_with_both_ends_included()
    {
        using var collection = new Collection(
            Talk("a", "A", date: "2020-03-01"),
            Talk("b", "B", date: "2020-03-31"),
            Talk("c", "C", date: "2020-04-01"),
            Talk("d", "D")
        );
        Assert.True(PartialDate.TryParse("2020-03", out var march));
        Assert.Equal(["b", "a"], collection.Ids("", Filtered(new RecordFilter { From = march, To = march })));
    }

    [Fact]
    public void A_query_of_punctuation_alone_is_no_error() =>
        Assert.NotNull(new Collection(Talk("a", "A")).Search("?!… -- ()").Hits);

    [Fact]
    public void Two_builds_from_the_same_records_in_another_order_answer_alike()
    {
        var words = new[] { "raft", "lease", "quorum", "gossip", "shard", "clock" };
        var records = Enumerable
            .Range(0, 60)
            .Select(i =>
                Talk($"t{i}", $"{words[i % 6]} {words[i * 7 % 5]}", words[i * 3 % 4], date: $"20{10 + (i % 9)}")
            )
            .ToList();
        using var one = new Collection(records);
        using var two = new Collection(Enumerable.Reverse(records));
        foreach (var query in new[] { "raft lease", "quorum clock shard", "gossip", "" })
        {
            var first = one.Search(query).Hits.Select(hit => (hit.Record.Id, hit.Score));
            Assert.Equal(first, two.Search(query).Hits.Select(hit => (hit.Record.Id, hit.Score)));
        }
    }

    private static SearchRequest Any(SearchRequest request) => request with { Match = MatchMode.Any };

    private static Func<SearchRequest, SearchRequest> Sorted(SortOrder sort) => request => request with { Sort = sort };

    private static Func<SearchRequest, SearchRequest> Grouped(HitGroup group) =>
        request => request with { Group = group };

    private static Func<SearchRequest, SearchRequest> Filtered(RecordFilter filter) =>
        request => request with { Filter = filter };
}
