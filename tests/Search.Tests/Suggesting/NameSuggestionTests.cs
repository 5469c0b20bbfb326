using Search.Engine.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Suggesting;

public sealed class NameSuggestionTests
{
    [Theory]
    [InlineData("dwyer", "Siobhán O'[Dwyer]")]
    [InlineData("siob", "[Siob]hán O'Dwyer")]
    [InlineData("siobhan o'dw", "[Siobhán] [O]'[Dw]yer")]
    [InlineData("dwyer sio", "[Sio]bhán O'[Dwyer]")]
    public void A_speaker_is_found_by_any_part_of_the_name(string typed, string marked)
    {
        using var collection = new Collection(Talk("a", "Title", speakers: ["Siobhán O'Dwyer"]));
        var speaker = Assert.Single(collection.Items(SuggestionKind.Speaker, typed));
        Assert.Equal((marked, 1), (speaker.Marked(), speaker.TotalHits));
    }

    [Fact]
    public void Names_of_the_most_works_come_first()
    {
        using var collection = new Collection(
            Talk("a", "A", speakers: ["Ann Once"], topics: ["testing"]),
            Talk("b", "B", speakers: ["Anna Twice"], topics: ["tests"]),
            Talk("c", "C", speakers: ["Anna Twice"], topics: ["testing"])
        );
        Assert.Equal(["Anna Twice", "Ann Once"], collection.Suggest(SuggestionKind.Speaker, "ann"));
        Assert.Equal(["testing", "tests"], collection.Suggest(SuggestionKind.Topic, "tes"));
    }

    [Fact]
    public void A_talk_and_the_interview_about_it_count_once()
    {
        using var collection = new Collection(
            Talk("a", "One Thing", speakers: ["Ann Lee"]),
            Interview("b", "Interview: One Thing", [("Why?", "So.")], speakers: ["Ann Lee"]),
            Talk("c", "Another", speakers: ["Ann Lee"])
        );
        Assert.Equal(2, Assert.Single(collection.Items(SuggestionKind.Speaker, "lee")).TotalHits);
    }

    [Fact]
    public void Of_names_that_differ_in_case_and_accents_only_the_most_used_is_suggested()
    {
        using var collection = new Collection(
            Talk("a", "A", topics: ["machine-learning"]),
            Talk("b", "B", topics: ["Machine Learning"]),
            Talk("c", "C", topics: ["Machine Learning"])
        );
        var topic = Assert.Single(collection.Items(SuggestionKind.Topic, "mach"));
        Assert.Equal(("Machine Learning", 2), (topic.Text, topic.TotalHits));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public void Before_anything_is_typed_the_most_used_speakers_and_topics_are_suggested(string typed)
    {
        using var collection = new Collection(
            Talk("a", "A", speakers: ["Ann"], topics: ["raft", "logs"]),
            Talk("b", "B", speakers: ["Bo"], topics: ["logs"])
        );
        var groups = collection.Engine.Suggest(new SuggestRequest { Query = typed }).Groups;
        Assert.Equal([SuggestionKind.Speaker, SuggestionKind.Topic], groups.Select(group => group.Kind));
        Assert.Equal(["Ann", "Bo"], groups[0].Items.Select(item => item.Text));
        Assert.Equal([("logs", 2), ("raft", 1)], groups[1].Items.Select(item => (item.Text, item.TotalHits!.Value)));
    }

    [Fact]
    public void A_sentence_in_the_place_of_a_name_is_not_suggested()
    {
        using var collection = new Collection(Talk("a", "A", speakers: [$"Ann {new string('n', 300)}", "Ann Lee"]));
        Assert.Equal(["Ann Lee"], collection.Suggest(SuggestionKind.Speaker, "ann"));
    }
}
