using Search.Engine.Suggesting;
using Search.Tests.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Complaints;

/// <summary>What users of other engines complain of in phrases, stop words and signs; the numbers are those of the page beside this.</summary>
public sealed class WordTests
{
    // 34
    [Theory]
    [InlineData("\"the log\"")]
    [InlineData("\"state of the art\"")]
    [InlineData("\"the state of the\"")]
    [InlineData("\"of the\"")]
    public void Stop_words_do_not_break_phrases(string query)
    {
        using var collection = new Collection(Talk("a", "The state of the art of the log"), Talk("b", "State art log"));
        Assert.Equal(["a"], collection.Ids(query));
    }

    // 35
    [Theory]
    [InlineData("the")]
    [InlineData("to be or not to be")]
    [InlineData("what is the database")]
    [InlineData("a database")]
    [InlineData("and database or the")]
    public void A_stop_word_does_not_empty_the_answer(string query)
    {
        using var collection = new Collection(Talk("a", "To be or not to be the database"), Talk("b", "Nothing"));
        Assert.Equal("a", collection.Ids(query)[0]);
    }

    // 36
    [Theory]
    [InlineData("how do I rotate my keys?")]
    [InlineData("What should be done when keys are rotated")]
    [InlineData("why is the rotation of a key so hard")]
    public void A_question_in_whole_sentences_finds_its_answer(string question)
    {
        using var collection = new Collection(
            Interview("i", "On secrets", [("Key rotation?", "We rotated every key within a night.")]),
            Talk("t", "How to do what we should")
        );
        Assert.Equal("i", collection.Ids(question)[0]);
    }

    // 37
    [Theory]
    [InlineData("kafka", "Kafka™ in practice")]
    [InlineData("acme", "Acme® and friends")]
    [InlineData("100", "From 0 to 100% coverage")]
    [InlineData("async", "`async`/`await` pitfalls")]
    [InlineData("left-pad", "The left-pad story")]
    [InlineData("leftpad", "The left-pad story")]
    public void Signs_at_a_word_do_not_hide_it(string query, string title)
    {
        using var collection = new Collection(Talk("a", title), Talk("b", "Nothing"));
        Assert.Equal(["a"], collection.Ids(query));
    }

    // 38
    [Theory]
    [InlineData("consensus:")]
    [InlineData("consensus/raft")]
    [InlineData("consensus -")]
    [InlineData(":consensus")]
    [InlineData("consensus~")]
    [InlineData("(consensus")]
    [InlineData("con-sensus consensus")]
    [InlineData("^consensus$")]
    public void Signs_in_a_query_are_no_error_and_hide_nothing(string query)
    {
        using var collection = new Collection(Talk("a", "Consensus by raft"), Talk("b", "Nothing"));
        Assert.Equal("a", collection.Ids(query)[0]);
    }

    // 38
    [Fact]
    public void No_key_of_a_word_makes_its_suggestion_vanish()
    {
        const string title = "Delegating responsibilities generously";
        using var collection = new Collection(Talk("a", title));
        foreach (var word in title.Split(' '))
        {
            for (var length = 1; length <= word.Length; length++)
                Assert.Equal([title], collection.Suggest(SuggestionKind.Talk, word[..length]));
        }
    }

    // 39
    [Theory]
    [InlineData("verteilte")]
    [InlineData("distributed")]
    [InlineData("分散")]
    [InlineData("verteilte distributed 分散")]
    public void Records_in_several_languages_are_searched_at_once(string query)
    {
        using var collection = new Collection(
            Talk("de", "Verteilte Systeme") with
            {
                Language = "de",
            },
            Talk("en", "Distributed systems") with
            {
                Language = "en",
            },
            Talk("ja", "分散システム") with
            {
                Language = "ja",
            }
        );
        Assert.Equal(query.Split(' ').Length, collection.Search(query).TotalHits);
    }

    // 40
    [Fact]
    public void A_prefix_may_be_any_word_of_the_query()
    {
        using var collection = new Collection(Talk("a", "Replicated logs"), Talk("b", "Logs"), Talk("c", "Replay"));
        Assert.Equal("a", collection.Ids("repl* logs")[0]);
        Assert.Equal(["a"], collection.Ids("+repl* +log*"));
    }

    // Section 3.3 of the study: four documents that small engines stumble over.
    [Theory]
    [InlineData("c#", "net")]
    [InlineData("c++", "net")]
    [InlineData(".net", "net")]
    [InlineData("grpc", "net")]
    [InlineData("node.js", "node")]
    [InlineData("exactly-once", "node")]
    [InlineData("paxso", "paxos")]
    [InlineData("consensus:", "paxos")]
    [InlineData("c", "c")]
    public void A_technical_word_finds_its_record_and_no_other(string query, string expected)
    {
        using var collection = new Collection(
            Talk("net", "Talking services", "We move from C# and C++ to .NET with gRPC."),
            Talk("c", "C for embedded systems", "Small boards."),
            Talk("paxos", "Paxos", "Consensus made simple."),
            Talk("node", "Node.js at scale", "Event-driven and exactly-once.")
        );
        Assert.Equal([expected], collection.Ids(query));
        Assert.Empty(collection.Ids("\"to be or not\""));
    }
}
