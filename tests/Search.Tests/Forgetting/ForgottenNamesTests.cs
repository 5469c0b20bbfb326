using Search.Engine.Forgetting;

namespace Search.Tests.Forgetting;

public sealed class ForgottenNamesTests
{
    private static readonly byte[] Secret = [1, 2, 3];

    [Theory]
    [InlineData("Ada Kell on saying no", "[name removed] on saying no")]
    [InlineData("We asked ADA  KELL, twice.", "We asked [name removed], twice.")]
    [InlineData("Ada-Kell's talk", "[name removed]'s talk")]
    [InlineData("Ada Kellerman and Canada Kell", "Ada Kellerman and Canada Kell")]
    [InlineData("Ada, Kell and others", "Ada, Kell and others")]
    [InlineData("With Søren Bjérgkvist, and Soren Bjergkvist", "With [name removed], and Soren Bjergkvist")]
    [InlineData("第一位是王伟说的", "第一位是[name removed]说的")]
    [InlineData("O’Dwyer and Siobhan O'Dwyer", "O’Dwyer and [name removed]")]
    [InlineData("", "")]
    [InlineData("\ud800 Ada Kell", "\ud800 [name removed]")]
    public void A_name_is_found_whole_whatever_its_case_and_accents(string text, string kept)
    {
        var names = Names("Ada Kell", "Søren Bjergkvist", "王伟", "Siobhán O'Dwyer");
        Assert.Equal(kept, names.RemoveFrom(text));
    }

    [Fact]
    public void A_text_without_a_name_is_the_same_string()
    {
        const string Text = "Queues that push back";
        Assert.Same(Text, Names("Ada Kell").RemoveFrom(Text));
    }

    [Theory]
    [InlineData("Ada Kell", true)]
    [InlineData("ada kell", true)]
    [InlineData("Ada Kell (ACME)", true)]
    [InlineData("Ada Kell, ACME", true)]
    [InlineData("Ada Kell Smith", false)]
    [InlineData("Kell", false)]
    [InlineData("", false)]
    public void A_speaker_is_known_by_the_whole_name(string speaker, bool isForgotten) =>
        Assert.Equal(isForgotten, Names("Ada Kell").IsSpeaker(speaker));

    [Fact]
    public void The_list_of_the_forgotten_does_not_name_them()
    {
        using var folder = new TemporaryFolder();
        new ForgottenFile(folder.Path).Add(ForgetTarget.Speaker("Ada Kell")!, DateTimeOffset.UnixEpoch);
        new ForgottenFile(folder.Path).Add(ForgetTarget.Record("brook/ada-kell"), DateTimeOffset.UnixEpoch);
        var text = File.ReadAllText(folder[ForgottenFile.Name]);
        Assert.DoesNotContain("kell", text, StringComparison.OrdinalIgnoreCase);
        Assert.True(new ForgottenFile(folder.Path).Read().Names.IsSpeaker("Ada Kell"));
    }

    [Fact]
    public void A_name_without_letters_is_nobody() => Assert.Null(ForgetTarget.Speaker(" -- "));

    private static ForgottenNames Names(params string[] names) =>
        new(names.Select(name => ForgottenEntry.OfSpeaker(name, Secret, DateTimeOffset.UnixEpoch)), Secret);
}
