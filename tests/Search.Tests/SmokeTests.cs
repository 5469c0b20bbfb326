namespace Search.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Stop_words_are_known() => Assert.True(Search.Engine.Analysis.QueryStopWords.Contains("the"));
}
