using Search.Engine.Cleaning;

namespace Search.Tests.Cleaning;

public sealed class SpeakerNamesTests
{
    [Theory]
    [InlineData("Ada Kell and Bo Lind", "Ada Kell|Bo Lind")]
    [InlineData("Ada Kell, Bo Lind & Cy Moe", "Ada Kell|Bo Lind|Cy Moe")]
    [InlineData("Ada Kell, Bo Lind, and Cy Moe", "Ada Kell|Bo Lind|Cy Moe")]
    [InlineData("Ada Kell; Lind", "Ada Kell|Lind")]
    [InlineData("Ada Kell\nBo", "Ada Kell|Bo")]
    [InlineData("Ada van der Kell and José O’Neil", "Ada van der Kell|José O’Neil")]
    [InlineData("Ada Kell, Ada Kell", "Ada Kell")]
    public void Several_full_names_are_several_speakers(string text, string names) =>
        Assert.Equal(names.Split('|'), SpeakerNames.Split(text));

    [Theory]
    [InlineData("Kell, Ada")]
    [InlineData("Simon and Garfunkel")]
    [InlineData("Ada Kell, Acme Inc.")]
    [InlineData("Ada Kell, Principal Engineer")]
    [InlineData("Research and Development Team")]
    [InlineData("Ada Kell and friends")]
    [InlineData("jinxx")]
    [InlineData("Lukas \"cube\" Hannen")]
    public void What_may_be_one_stays_one(string text) => Assert.Equal([text], SpeakerNames.Split(text));

    [Theory]
    [InlineData(null)]
    [InlineData(" ; - ")]
    public void Nothing_is_nobody(string? text) => Assert.Empty(SpeakerNames.Split(text));
}
