using CsCheck;
using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Quorum Without Tears", "quorum-without-tears")]
    [InlineData("  Who Owns the Queue?  ", "who-owns-the-queue")]
    [InlineData("What's New / What’s Gone", "whats-new-whats-gone")]
    [InlineData("1000's of K8s", "1000s-of-k8s")]
    [InlineData("C# and C++", "c-sharp-and-c-plus-plus")]
    [InlineData("Q&A", "q-and-a")]
    [InlineData("Über die Brücke", "über-die-brücke")]
    [InlineData("U\u0308ber", "über")]
    [InlineData("공유 메모리", "공유-메모리")]
    [InlineData("हिन्दी", "हिन्दी")]
    public void A_title_becomes_words_with_hyphens(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_long_title_is_cut_between_words() =>
        Assert.Equal(
            string.Join('-', Enumerable.Repeat("ninechars", 8)),
            Slug.Of(string.Join(' ', Enumerable.Repeat("ninechars", 20)))
        );

    [Fact]
    public void A_title_without_letters_gets_a_slug_of_its_own()
    {
        Assert.StartsWith("untitled-", Slug.Of("???"), StringComparison.Ordinal);
        Assert.NotEqual(Slug.Of("???"), Slug.Of("!!!"));
    }

    [Fact]
    public void Any_title_makes_an_id() =>
        Gen.String.Sample(title =>
        {
            var slug = Slug.Of(title);
            return slug.Length <= 80 && RecordId.Fault(slug) is null && !slug.Contains('/') && slug == Slug.Of(title);
        });

    [Fact]
    public void A_source_keeps_its_name_but_for_what_no_id_may_hold() =>
        Assert.Equal("../talks -1/a", Slug.OfSource("../talks #1/a"));
}
