using Search.Engine.Relating;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Relating;

public sealed class RelatedTests
{
    private const string Quorum = "A quorum of voters decides, and each reader asks a majority before it answers.";
    private const string Lease = "A lease lets one leader answer alone until its clock says that the lease has ended.";
    private const string Bread = "Sourdough wants flour, water, salt, and a starter that is fed each morning.";

    [Fact]
    public void What_shares_telling_words_is_found_and_the_record_itself_is_not()
    {
        using var collection = new Collection(
            Talk("quorum", "Reading a quorum", Quorum),
            Talk("voters", "Voters and majorities", "When voters come and go, what is a majority?"),
            Talk("bread", "Bread", Bread)
        );
        Assert.Equal(["voters"], Ids(collection, "quorum"));
    }

    [Fact]
    public void Other_forms_of_the_own_work_are_left_out()
    {
        using var collection = new Collection(
            Talk("quorum", "Reading a quorum", Quorum),
            Interview("int", "Interview: Reading a quorum", [("What is a quorum?", Quorum)]),
            Talk("voters", "Voters", "On voters and quorum.")
        );
        Assert.Equal(["voters"], Ids(collection, "quorum"));
        Assert.Equal(["voters"], Ids(collection, "int"));
        Assert.Equal(["voters"], Ids(collection, "int#1"));
    }

    [Fact]
    public void A_work_is_one_hit_with_its_other_form_beside_it()
    {
        using var collection = new Collection(
            Talk("quorum", "Reading a quorum", Quorum),
            Talk("lease", "Leader leases", "A quorum grants a lease to a leader."),
            Interview("int", "Interview: Leader leases", [("Why?", "A quorum, a leader, a lease.")])
        );
        var hit = Assert.Single(Related(collection, "quorum").Hits).Hit;
        Assert.Single(hit.Also);
    }

    [Fact]
    public void A_passage_asks_for_what_it_is_about_itself()
    {
        using var collection = new Collection(
            Interview("int", "A long chat", [("On quorum?", Quorum), ("On bread?", Bread)]),
            Talk("voters", "Voters", "Voters and a quorum."),
            Talk("baking", "Baking", "Flour, water and a starter.")
        );
        Assert.Equal(["voters"], Ids(collection, "int#1"));
        Assert.Equal(["baking"], Ids(collection, "int#2"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("none#1")]
    [InlineData("int#3")]
    [InlineData("int#0")]
    [InlineData("talk#1")]
    [InlineData("#1")]
    [InlineData("")]
    public void An_id_that_nothing_has_gives_no_answer(string id)
    {
        using var collection = new Collection(
            Talk("talk", "Talk"),
            Interview("int", "Chat", [("A?", "B."), ("C?", "D.")])
        );
        Assert.Null(collection.Engine.Related(new RelatedRequest(new StoredTarget(id)), Cancel));
    }

    [Fact]
    public void A_text_that_was_given_before_comes_first_and_says_so()
    {
        using var collection = new Collection(
            Talk("lease", "Leader leases", Lease),
            Talk("leases", "Leases, leases, leader", "Leader leases and a clock: lease, leader, clock."),
            Talk("quorum", "Reading a quorum", Quorum)
        );
        var first = Pasted(collection, Lease).Hits[0];
        Assert.Equal("lease", first.Hit.Record.Id);
        Assert.Equal(1, first.Similarity, 1e-5);
    }

    [Fact]
    public void A_title_may_be_pasted_with_the_text_or_apart()
    {
        using var collection = new Collection(Talk("lease", "Leader leases", Lease), Talk("bread", "Bread", Bread));
        var apart = collection.Engine.Related(new RelatedRequest(new PastedTarget(Lease, "Leader leases")), Cancel);
        Assert.Equal(1, Assert.Single(apart!.Hits).Similarity, 1e-5);
        Assert.Equal(1, Assert.Single(Pasted(collection, $"Leader leases\n{Lease}").Hits).Similarity, 1e-5);
    }

    [Fact]
    public void A_reworded_text_is_more_alike_than_one_that_only_shares_a_word()
    {
        using var collection = new Collection(
            Talk("same", "Reading a quorum", "Each reader asks the majority of voters before it answers: a quorum."),
            Talk("word", "Elections", "In an election voters choose who leads, and then the work begins again."),
            Talk("bread", "Bread", Bread)
        );
        var hits = Pasted(collection, Quorum).Hits;
        Assert.Equal(["same", "word"], hits.Select(hit => hit.Hit.Record.Id));
        Assert.True(hits[0].Similarity > 0.5, $"{hits[0].Similarity}");
        Assert.True(hits[1].Similarity < 0.2, $"{hits[1].Similarity}");
    }

    [Fact]
    public void An_answer_of_an_interview_that_was_pasted_is_found_again()
    {
        using var collection = new Collection(
            Interview("int", "A long chat", [("On bread?", Bread), ("On leases?", Lease)]),
            Talk("quorum", "Reading a quorum", Quorum)
        );
        var first = Pasted(collection, Lease).Hits[0];
        Assert.Equal("int", first.Hit.Record.Id);
        Assert.Equal(2, first.Hit.Passages[0].Passage.Number);
        Assert.True(first.Similarity > 0.9, $"{first.Similarity}");
    }

    [Fact]
    public void Shared_words_are_marked()
    {
        using var collection = new Collection(
            Talk("quorum", "Reading a quorum", Quorum),
            Talk("voters", "Voters and a quorum", "What voters do.")
        );
        var hit = Assert.Single(Related(collection, "quorum").Hits).Hit;
        Assert.Equal(["Voters", "quorum"], hit.Title.Ranges.Select(r => hit.Title.Text[r.Start..r.End]));
        Assert.Equal(["voters"], hit.Snippet!.Ranges.Select(r => hit.Snippet.Text[r.Start..r.End]));
    }

    [Fact]
    public void The_words_that_were_looked_for_are_told_the_most_telling_first()
    {
        using var collection = new Collection(
            Talk("a", "Quorums", "Quorums decide how the voters vote"),
            Talk("b", "Voting quorums", "voters"),
            Talk("c", "Votes", "voters"),
            Talk("d", "Bread", Bread)
        );
        Assert.Equal(["Quorums", "vote", "voters"], Related(collection, "a").Words);
    }

    [Fact]
    public void Words_that_most_documents_hold_are_left_out_while_others_remain()
    {
        var common = Enumerable
            .Range(0, 30)
            .Select(i => Talk($"t{i:00}", $"Talk {(char)('A' + i % 26)}x", "kubernetes"));
        using var collection = new Collection([
            .. common,
            Talk("one", "Kubernetes operators", "kubernetes operators"),
            Talk("two", "Operators", "operators of kubernetes"),
        ]);
        Assert.Equal(["operators"], Related(collection, "one").Words);
        Assert.Equal(["Kubernetes"], Pasted(collection, "Kubernetes!").Words);
    }

    [Fact]
    public void A_shared_speaker_or_topic_breaks_what_would_be_even()
    {
        Record[] records =
        [
            Talk("base", "Reading a quorum", Quorum, ["Ann Lee", "Various"], ["Consensus"]),
            Talk("a", "On a quorum", "Of voters", ["Kim Park", "Various"]),
            Talk("z", "On a quorum", "Of voters", ["ann lee"]),
        ];
        using var people = new Collection(records);
        Assert.Equal("z", Ids(people, "base")[0]);
        using var topics = new Collection([
            records[0],
            records[1],
            Talk("z", "On a quorum", "Of voters", ["Cy Ng", "Various"], ["CONSENSUS"]),
        ]);
        Assert.Equal("z", Ids(topics, "base")[0]);
    }

    [Fact]
    public void Function_words_of_another_language_are_not_looked_for()
    {
        using var collection = new Collection(
            Talk("a", "El quorum de los votantes", "La lectura de un quorum, para que los votantes no esperen."),
            Talk("b", "Sobre los votantes", "La voz de los votantes y el quorum."),
            Talk("c", "Ein Quorum", "Das Quorum ist für die Wähler und mit den Wählern.")
        );
        Assert.Equal(["quorum", "votantes"], Related(collection, "a").Words.Order());
        Assert.Equal(["Quorum"], Related(collection, "c").Words);
    }

    [Fact]
    public void A_word_that_means_something_in_english_stays_in_english_texts()
    {
        using var collection = new Collection(
            Talk("a", "Die casting", "How a die is cast, and what the war on waste has to do with it."),
            Talk("b", "On a die", "Cast it.")
        );
        Assert.Contains("Die", Related(collection, "a").Words);
    }

    [Fact]
    public void What_an_event_puts_below_each_abstract_is_not_looked_for()
    {
        const string below = "\n\nFilmed at the harbour of Lisbon by the usual volunteers. Subscribe to our channel!";
        Record[] records =
        [
            Talk("a", "Reading a quorum", Quorum + below),
            Talk("b", "Bread", Bread + below),
            Talk("c", "Leases", Lease + below),
            Talk("d", "Voters", "What voters think of a quorum."),
        ];
        using var collection = new Collection(records.Select(record => record with { Event = "Relay 2024" }));
        Assert.Equal("d", Ids(collection, "a")[0]);
        Assert.DoesNotContain("Lisbon", Related(collection, "a").Words);
        Assert.DoesNotContain("volunteers", Related(collection, "a").Words);
    }

    [Fact]
    public void A_topic_that_names_the_event_says_nothing()
    {
        Record[] records =
        [
            Talk("a", "Quorum", topics: ["relay2024", "Consensus"]),
            Talk("b", "Bread", topics: ["relay2024"]),
            Talk("c", "Leases", topics: ["consensus"]),
        ];
        using var collection = new Collection(records.Select(record => record with { Event = "Relay 2024" }));
        Assert.Equal(["c"], Ids(collection, "a"));
    }

    [Fact]
    public void Hits_can_be_filtered_and_limited()
    {
        using var collection = new Collection(
            Enumerable.Range(0, 30).Select(i => Talk($"t{i:00}", $"Quorum {i}", Quorum, date: $"20{i:00}"))
        );
        var target = new RelatedRequest(new StoredTarget("t00"));
        Assert.Equal(5, collection.Engine.Related(target, Cancel)!.Hits.Count);
        Assert.Equal(20, collection.Engine.Related(target with { Limit = 20 }, Cancel)!.Hits.Count);
        var filtered = target with { Filter = new RecordFilter { Years = [new(2003, 2004)] } };
        Assert.Equal(
            ["t03", "t04"],
            collection.Engine.Related(filtered, Cancel)!.Hits.Select(hit => hit.Hit.Record.Id).Order()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!… 2024 (())")]
    [InlineData("the of and")]
    [InlineData("xyzzy plugh")]
    [InlineData("\ud800 \udc00\ud800")]
    public void A_text_without_a_telling_word_finds_nothing_and_says_why(string text)
    {
        using var collection = new Collection(Talk("quorum", "Reading a quorum", Quorum));
        var answer = Pasted(collection, text);
        Assert.Empty(answer.Hits);
        Assert.Single(answer.Warnings);
    }

    [Fact]
    public void A_text_of_a_megabyte_is_read_as_far_as_the_limit()
    {
        using var collection = new Collection(
            Talk("quorum", "Reading a quorum", Quorum),
            Talk("bread", "Bread", Bread)
        );
        var filler = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"w{i} "));
        var answer = Pasted(collection, $"{Quorum} {filler} {Bread}");
        Assert.Equal(["quorum"], answer.Hits.Select(hit => hit.Hit.Record.Id));
        Assert.Contains("100,000", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_japanese_is_compared_too()
    {
        using var collection = new Collection(
            Talk("ja", "分散合意", "合意アルゴリズムについて話します。"),
            Talk("bread", "パン", "小麦粉と水と塩。")
        );
        var hit = Assert.Single(Pasted(collection, "分散システムの合意").Hits);
        Assert.Equal("ja", hit.Hit.Record.Id);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RelatedResponse Related(Collection collection, string id) =>
        collection.Engine.Related(new RelatedRequest(new StoredTarget(id)), Cancel)!;

    private static RelatedResponse Pasted(Collection collection, string text) =>
        collection.Engine.Related(new RelatedRequest(new PastedTarget(text)), Cancel)!;

    private static List<string> Ids(Collection collection, string id) =>
        [.. Related(collection, id).Hits.Select(hit => hit.Hit.Record.Id)];
}
