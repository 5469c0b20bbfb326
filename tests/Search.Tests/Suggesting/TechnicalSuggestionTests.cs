using Search.Engine.Suggesting;
using static Search.Tests.Collection;

namespace Search.Tests.Suggesting;

/// <summary>Technical names are suggested whichever way they are typed.</summary>
public sealed class TechnicalSuggestionTests
{
    [Theory]
    [InlineData("nodejs", "[Node].[js] Streams")]
    [InlineData("nodejs str", "[Node].[js] [Str]eams")]
    [InlineData("streams nodejs", "[Node].[js] [Streams]")]
    [InlineData("node-js", "[Node].[js] Streams")]
    [InlineData("nodej", "[Node].[js] Streams")]
    [InlineData("csharp", "Records in [C#]")]
    [InlineData("c sharp", "Records in [C#]")]
    [InlineData("records cshar", "[Records] in [C#]")]
    [InlineData("cpp", "[C++] for Everyone")]
    [InlineData("dotnet", "A .[NET] Diary")]
    public void A_title_is_found_by_another_way_to_write_a_name(string typed, string expected)
    {
        using var collection = new Collection(
            Talk("node", "Node.js Streams"),
            Talk("csharp", "Records in C#"),
            Talk("cpp", "C++ for Everyone"),
            Talk("net", "A .NET Diary"),
            Talk("other", "Nodes and Sharp Edges")
        );
        var items = collection.Items(SuggestionKind.Talk, typed);
        Assert.Equal(expected, items[0].Marked());
    }

    [Fact]
    public void Topics_and_phrases_are_found_too()
    {
        using var collection = new Collection(
            Talk("a", "Node.js Streams", topics: ["Node.js"]),
            Talk("b", "More Node.js Streams", topics: ["Node.js"])
        );
        Assert.Equal(["Node.js"], collection.Suggest(SuggestionKind.Topic, "nodejs"));
        Assert.Contains("node.js", collection.Suggest(SuggestionKind.Query, "nodejs"));
    }

    [Fact]
    public void What_is_written_as_typed_comes_first()
    {
        using var collection = new Collection(
            Talk("usual", "Node.js Streams", date: "2024"),
            Talk("typed", "nodejs for beginners", date: "2019")
        );
        Assert.Equal(["nodejs for beginners", "Node.js Streams"], collection.Suggest(SuggestionKind.Talk, "nodejs"));
    }
}
