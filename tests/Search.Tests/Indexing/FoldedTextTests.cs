using Search.Engine.Indexing;

namespace Search.Tests.Indexing;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("  Siobhán  O'Dwyer ", "siobhan o'dwyer")]
    [InlineData("ＡＣ／ＤＣ", "ac/dc")]
    [InlineData("\uFFFE é", "\uFFFD e")]
    public void Any_text_is_folded(string text, string expected) => Assert.Equal(expected, FoldedText.Of(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_folded_too() => Assert.Equal("\uFFFD e", FoldedText.Of("\uD800 é"));
}
