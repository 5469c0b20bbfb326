using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

/// <summary>Texts are read in blocks; nobody must notice where one ends.</summary>
public sealed class LongTextTests : IDisposable
{
    private const int Million = 1_000_000;

    private readonly TextAnalysis analysis = new();

    [Theory]
    [InlineData("C#", "csharp")]
    [InlineData("visual basic .net", "vbnet")]
    [InlineData("real-time", "real time")]
    [InlineData("C++17", "cplusplus 17")]
    [InlineData("\U00020000\U00020001", "\U00020000\U00020001")]
    [InlineData("O’Dwyer", "odwyer")]
    public void A_word_across_the_border_of_two_blocks_is_one(string word, string expected)
    {
        for (var length = 8_100; length < 8_300; length++)
        {
            var tokens = analysis.Tokenize(new string(' ', length) + word);
            Assert.Equal(expected, string.Join(' ', tokens.Select(token => token.Exact)));
            Assert.Equal((length, length + word.Length), (tokens[0].Start, tokens[^1].End));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void A_reader_that_gives_little_at_a_time_gives_the_same_text(int atATime)
    {
        const string text = "C# and ASP.NET, real-time I/O: \U00020000 🎉 O(n log n) C++";
        using var slow = new TechnicalTokenCharFilter(new SlowReader(text, atATime), TechnicalTokens.BuiltIn.Trie);
        using var fast = new TechnicalTokenCharFilter(new StringReader(text), TechnicalTokens.BuiltIn.Trie);
        Assert.Equal(fast.ReadToEnd(), slow.ReadToEnd());
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("a-", 1)]
    [InlineData("a.", 1)]
    [InlineData("'", 0)]
    [InlineData("C#", 0)]
    [InlineData("C# ", Million / 3)]
    [InlineData("c ", Million / 2)]
    [InlineData("入", Million - 1)]
    [InlineData("ก", Million - 1)]
    [InlineData("한", Million - 1)]
    [InlineData("\u0301", 0)]
    [InlineData("\ud800", 0)]
    [InlineData("\0", 0)]
    public void A_text_of_a_million_characters_is_read_whole(string piece, int leastTokens)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Million / piece.Length));
        Assert.True(analysis.Tokenize(text).Count >= leastTokens);
    }

    public void Dispose() => analysis.Dispose();

    private sealed class SlowReader(string text, int atATime) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count) =>
            base.Read(buffer, index, Math.Min(count, atATime));
    }
}
