using CsCheck;
using Search.Engine.Analysis;
using Search.Engine.Relating;

namespace Search.Tests.Relating;

public sealed class TextVectorTests : IDisposable
{
    private readonly TextAnalysis analysis = new();
    private readonly Lucene.Net.Index.IndexReader nothing = new Lucene.Net.Index.MultiReader();

    [Theory]
    [InlineData("quorum reads", "quorum reads", 1)]
    [InlineData("quorum reads", "reads quorum", 1)]
    [InlineData("quorum reads", "the quorums are reading", 1)]
    [InlineData("quorum", "lease", 0)]
    [InlineData("", "lease", 0)]
    [InlineData("", "", 0)]
    [InlineData("the and of", "the and of", 0)]
    [InlineData("quorum lease", "quorum clock", 0.5)]
    public void Texts_are_alike_as_far_as_their_words_are(string one, string other, double expected) =>
        Assert.Equal(expected, Cosine(one, other), 1e-5);

    [Fact]
    public void Similarity_is_the_same_both_ways_and_from_0_to_1() =>
        Gen.Select(Words, Words)
            .Sample(
                (one, other) =>
                {
                    var cosine = Cosine(one, other);
                    Assert.InRange(cosine, 0, 1);
                    Assert.Equal(cosine, Cosine(other, one), 1e-6);
                }
            );

    private static Gen<string> Words { get; } =
        Gen.OneOf(new[] { "quorum", "lease", "clock", "raft", "the", "7" })
            .Array[0, 8]
            .Select(words => string.Join(' ', words));

    private float Cosine(string one, string other)
    {
        var statistics = new WordFrequencies().In(nothing);
        return new TextVector(Count(one), statistics).Cosine(Count(other));
    }

    private WordCounts Count(string text)
    {
        var words = new WordCounts(analysis);
        words.Add(text, RelatedLimits.MaxCharacters);
        return words;
    }

    public void Dispose()
    {
        analysis.Dispose();
        nothing.Dispose();
    }
}
