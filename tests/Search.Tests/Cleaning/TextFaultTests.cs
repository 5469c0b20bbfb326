using Search.Engine.Cleaning;

namespace Search.Tests.Cleaning;

public sealed class TextFaultTests
{
    [Theory]
    [InlineData("Le cafÃ© est fermÃ©", TextFaultKind.WronglyDecoded, 6)]
    [InlineData("Donâ€™t", TextFaultKind.WronglyDecoded, 3)]
    [InlineData("ÐŸÑ€Ð¸Ð²ÐµÑ‚", TextFaultKind.WronglyDecoded, 0)]
    [InlineData("ðŸ˜€", TextFaultKind.WronglyDecoded, 0)]
    [InlineData("lost \uFFFD here", TextFaultKind.LostCharacter, 5)]
    [InlineData("bell\u0007", TextFaultKind.ControlCharacter, 4)]
    [InlineData("Q&amp;amp;A", TextFaultKind.EncodedTwice, 1)]
    public void Damage_is_found_with_its_place(string text, TextFaultKind kind, int index)
    {
        var fault = Assert.Single(TextFault.In(text));

        Assert.Equal((kind, index), (fault.Kind, fault.Index));
    }

    [Fact]
    public void What_was_meant_is_said() =>
        Assert.Contains("should probably be \"é\"", TextFault.In("cafÃ©")[0].Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("„MENÜ“ und „CAFÉ“")]
    [InlineData("NÃO É ASSIM")]
    [InlineData("ESPAÑA «CAMPAÑA»")]
    [InlineData("Ångström, œuvre, naïve")]
    [InlineData("Привет, 😀 world\r\n\tnext")]
    [InlineData("R&amp;D")]
    public void Real_text_has_none(string text) => Assert.Empty(TextFault.In(text));
}
