using Search.Engine.Documents;

namespace Search.Tests.Documents;

public sealed class LanguageCodeTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("eng", "en")]
    [InlineData("ENG", "en")]
    [InlineData("ger", "de")]
    [InlineData("deu", "de")]
    [InlineData("kor", "ko")]
    [InlineData("jpn", "ja")]
    [InlineData("fre", "fr")]
    [InlineData("lat", "la")]
    [InlineData("zh-Hans", "zh")]
    [InlineData("pt-BR", "pt")]
    [InlineData("en_US", "en")]
    [InlineData("iw", "he")]
    [InlineData("srp", "sr")]
    public void A_language_with_two_letters_gets_them(string given, string expected) =>
        Assert.Equal(expected, LanguageCode.Normalise(given));

    [Theory]
    [InlineData("tlh", "tlh")]
    [InlineData("gsw", "gsw")]
    [InlineData("xx-YY", "xx-YY")]
    [InlineData(" Pirate ", "Pirate")]
    public void A_language_without_two_letters_stays_as_given(string given, string expected) =>
        Assert.Equal(expected, LanguageCode.Normalise(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("und")]
    [InlineData("und-Latn")]
    public void No_language_is_none(string? given) => Assert.Null(LanguageCode.Normalise(given));

    [Fact]
    public void All_library_codes_are_known() =>
        Assert.All(
            "alb arm baq bur chi cze dut fre geo ger gre ice mac mao may per rum slo tib wel".Split(' '),
            code => Assert.Equal(2, LanguageCode.Normalise(code)?.Length)
        );
}
