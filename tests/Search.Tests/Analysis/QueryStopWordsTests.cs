using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

public sealed class QueryStopWordsTests
{
    [Theory]
    [InlineData("the it on not what how don't I'm we're isn't can't she'll")]
    public void Words_without_meaning_are_stop_words(string text) =>
        Assert.All(Analyze(text), token => Assert.True(QueryStopWords.Contains(token.Exact), token.Exact));

    [Theory]
    [InlineData("R Go C D C# .NET will use new one net go exactly-once at-least-once I/O A/B O(n) well shell ill hell")]
    public void Names_of_technologies_and_words_with_meaning_are_none(string text) =>
        Assert.All(Analyze(text), token => Assert.False(QueryStopWords.Contains(token.Exact), token.Exact));

    private static List<Token> Analyze(string text)
    {
        using var analysis = new TextAnalysis();
        return analysis.Tokenize(text);
    }
}
