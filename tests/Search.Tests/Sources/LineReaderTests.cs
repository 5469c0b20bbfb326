using System.Text;
using CsCheck;
using Search.Engine.Sources;

namespace Search.Tests.Sources;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1:a")]
    [InlineData("a\n", "1:a")]
    [InlineData("a\nb", "1:a 2:b")]
    [InlineData("a\r\nb\r\n", "1:a 2:b")]
    [InlineData("\n\nb", "1: 2: 3:b")]
    [InlineData("\r\n", "1:")]
    [InlineData("\uFEFFa\n\uFEFFb", "1:a 2:\uFEFFb")]
    [InlineData("a\rb", "1:a\rb")]
    public void Lines_end_at_a_line_feed_and_are_counted(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text, pieceSize: 1_000)));

    [Theory]
    [InlineData("12345678\nb", "1:12345678 2:b")]
    [InlineData("12345678\r\nb", "1:12345678 2:b")]
    [InlineData("123456789\nb", "1:12345678! 2:b")]
    [InlineData("123456789\r\nb", "1:12345678! 2:b")]
    [InlineData("1234567890123\nb\nc", "1:12345678! 2:b 3:c")]
    [InlineData("a\n1234567890123", "1:a 2:12345678!")]
    public void A_line_over_the_limit_is_passed_over_and_counted(string text, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Read(text, pieceSize: 1, maxLength: 8)));
        Assert.Equal(expected, string.Join(' ', Read(text, pieceSize: 1_000, maxLength: 8)));
    }

    [Fact]
    public void Any_lines_in_any_pieces_come_out_as_they_went_in() =>
        Gen.Select(Gen.OneOf("", "a", "é", "공😀", new string('x', 300), "\t").Array[0, 12], Gen.Int[1, 50])
            .Sample(
                (lines, pieceSize) =>
                {
                    var text = string.Concat(lines.Select((line, index) => line + (index % 2 == 0 ? "\n" : "\r\n")));
                    var expected = lines.Select((line, index) => $"{index + 1}:{line}");
                    return Read(text, pieceSize).SequenceEqual(expected, StringComparer.Ordinal);
                }
            );

    private static List<string> Read(string text, int pieceSize, int maxLength = 1_000)
    {
        var found = new List<string>();
        using var lines = new LineReader(PieceStream.Of(Encoding.UTF8.GetBytes(text), pieceSize), maxLength);
        LineOutcome outcome;
        while ((outcome = lines.Next(TestContext.Current.CancellationToken)) != LineOutcome.End)
        {
            var mark = outcome == LineOutcome.TooLong ? "!" : "";
            found.Add($"{lines.Number}:{Encoding.UTF8.GetString(lines.Line.Span)}{mark}");
        }
        return found;
    }
}
