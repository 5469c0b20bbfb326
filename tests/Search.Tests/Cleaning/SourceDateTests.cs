using Search.Engine.Cleaning;

namespace Search.Tests.Cleaning;

public sealed class SourceDateTests
{
    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024-03", "2024-03")]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData("2024/3/5", "2024-03-05")]
    [InlineData("20240305", "2024-03-05")]
    [InlineData("2024-03-05 10:00", "2024-03-05")]
    [InlineData("2024-03-05T23:30:00+02:00", "2024-03-05")]
    [InlineData("2024-03-05T23:30:00.123Z", "2024-03-05")]
    [InlineData("05.03.2024", "2024-03-05")]
    [InlineData("5. 3. 2024", "2024-03-05")]
    [InlineData("25/12/2024 09:00", "2024-12-25")]
    [InlineData("12/25/2024", "2024-12-25")]
    [InlineData("3/4/2024", "2024")]
    [InlineData("3/3/2024", "2024-03-03")]
    [InlineData("5 March 2024", "2024-03-05")]
    [InlineData("March 5th, 2024 at 10:30", "2024-03-05")]
    [InlineData("Tue, 05 Mar 2024 10:00:00 +0000", "2024-03-05")]
    [InlineData("5. März 2024", "2024-03-05")]
    [InlineData("5 de marzo de 2024", "2024-03-05")]
    [InlineData("March 2024", "2024-03")]
    [InlineData("1709632800", "2024-03-05")]
    [InlineData("1709632800000", "2024-03-05")]
    public void A_date_is_read_in_the_forms_of_sources(string text, string date) =>
        Assert.Equal(date, SourceDate.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-30")]
    [InlineData("31.02.2024")]
    [InlineData("0001-01-01")]
    [InlineData("Day 2")]
    public void What_is_no_date_gives_none(string? text) => Assert.Null(SourceDate.Parse(text));

    [Fact]
    public void A_time_in_UTC_is_on_the_day_of_the_conference() =>
        Assert.Equal(
            "2024-03-06",
            SourceDate.Parse("2024-03-05T23:30:00Z", SourceDate.Zone("Europe/Berlin"))?.ToString()
        );

    [Fact]
    public void A_time_with_an_offset_is_on_its_own_day() =>
        Assert.Equal(
            "2024-03-05",
            SourceDate.Parse("2024-03-05T23:30:00+01:00", SourceDate.Zone("Asia/Tokyo"))?.ToString()
        );
}
