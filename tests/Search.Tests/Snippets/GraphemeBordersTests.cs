using System.Globalization;
using CsCheck;
using Search.Engine.Snippets;

namespace Search.Tests.Snippets;

public sealed class GraphemeBordersTests
{
    [Fact]
    public void The_borders_are_those_of_the_platform() =>
        AnyText.Any.Sample(text =>
        {
            var borders = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToList();
            var found = new GraphemeBorders(text);
            for (var i = 0; i <= text.Length; i++)
            {
                Assert.Equal(borders.Last(border => border <= i), found.Before(i));
                Assert.Equal(borders.First(border => border >= i), found.After(i));
            }
        });

    [Fact]
    public void A_place_is_found_alike_whatever_was_asked_before() =>
        Gen.Select(AnyText.Any.Where(text => text.Length > 0), Gen.Int[0, 1000], Gen.Int[0, 1000])
            .Sample(
                (text, one, other) =>
                {
                    var asked = new GraphemeBorders(text);
                    asked.After(one % text.Length);
                    Assert.Equal(
                        new GraphemeBorders(text).Before(other % text.Length),
                        asked.Before(other % text.Length)
                    );
                }
            );

    [Fact]
    public void Borders_that_are_taken_for_certain_are_borders()
    {
        var plain = Enumerable
            .Range(0, 0x10000)
            .Select(unit => (char)unit)
            .Where(unit => GraphemeBorders.IsPlainBorder($"{unit}{unit}", 1) && unit is not ('\r' or '\n'));
        foreach (var unit in plain)
        {
            Assert.Equal([0, 1], StringInfo.ParseCombiningCharacters($"{unit}a"));
            Assert.Equal([0, 1], StringInfo.ParseCombiningCharacters($"가{unit}"));
            Assert.Equal([0, 1], StringInfo.ParseCombiningCharacters($"क{unit}"));
        }
    }
}
