using CsCheck;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

/// <summary>What holds for every text there is.</summary>
public sealed class AnalysisPropertyTests : IDisposable
{
    private static readonly string[] AsciiPieces =
        "C# C++ .NET Node.js TCP/IP A/B O(n) real-time don't l'eau 3.12 v1.2 1,000 U.S.A - _ / ' . , ( )".Split(' ');
    private static readonly string[] OtherPieces =
        "入 門書 ｶﾞ 한국어 '한국어 RPython으로 ภาษาไทย é e\u0301 İ ß Ελλάς العَرَبِيّة १२ O’Dwyer ’ 😀".Split(' ');
    private static readonly string[] Signs =
    [
        " ",
        "\n",
        "\0",
        "\u00AD",
        "\u200B",
        "\u200D",
        "\u2040",
        "\ud800",
        "\udc00",
        PartGapFilter.Separator.Trim(),
    ];

    // Pieces that meet each other's rules; any characters at all stand between them.
    private static readonly Gen<string> AnyCharacters = Gen.Char['\0', '\uffff'].Array[0, 9].Select(c => new string(c));
    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.OneOf<string>(AsciiPieces),
            Gen.OneOf<string>(OtherPieces),
            Gen.OneOf<string>(Signs),
            AnyCharacters
        )
        .Array[0, 30]
        .Select(string.Concat);
    private static readonly Gen<string> AsciiText = Gen.OneOf(
            Gen.OneOf<string>(AsciiPieces),
            Gen.String[Gen.Char[' ', '~'], 0, 9]
        )
        .Array[0, 30]
        .Select(string.Concat);

    private readonly TextAnalysis analysis = new();

    [Fact]
    public void Tokens_lie_in_the_text_and_in_order() =>
        Text.Sample(text =>
        {
            AssertInOrder(text, analysis.Tokenize(text));
            AssertInOrder(text, analysis.TokenizeAsIndexed(text));
        });

    [Fact]
    public void Each_word_of_a_query_has_a_position_of_its_own() =>
        Text.Sample(text =>
        {
            var positions = analysis.Tokenize(text).ConvertAll(token => token.Position);
            Assert.Equal(positions.Distinct(), positions);
        });

    [Fact]
    public void The_index_holds_every_word_of_the_text_at_the_same_position() =>
        Text.Sample(text =>
            Assert.Subset(analysis.TokenizeAsIndexed(text).ToHashSet(), analysis.Tokenize(text).ToHashSet())
        );

    [Fact]
    public void The_two_fields_of_the_index_hold_what_is_told_of_them()
    {
        using var stem = new TextAnalyzer(TokenForm.Stem);
        using var exact = new TextAnalyzer(TokenForm.Exact);
        Text.Sample(text =>
        {
            var tokens = analysis.TokenizeAsIndexed(text);
            Assert.Equal(
                tokens.Select(token => (token.Start, token.End, token.Position, token.Stem)),
                Read(stem, text)
            );
            Assert.Equal(
                tokens.Where(token => token.Exact != "").Select(t => (t.Start, t.End, t.Position, t.Exact)),
                Read(exact, text)
            );
        });
    }

    [Fact]
    public void Case_does_not_matter() =>
        AsciiText.Sample(text =>
            Assert.Equal(analysis.Tokenize(text.ToLowerInvariant()), analysis.Tokenize(text.ToUpperInvariant()))
        );

    [Fact]
    public void What_comes_before_a_blank_does_not_matter() =>
        Gen.Select(Text, Gen.Int[0, 20_000])
            .Sample(
                (text, length) =>
                {
                    var before = new string('.', length) + " \n ";
                    var moved = analysis
                        .TokenizeAsIndexed(before + text)
                        .ConvertAll(t => t with { Start = t.Start - before.Length, End = t.End - before.Length });
                    Assert.Equal(analysis.TokenizeAsIndexed(text), moved);
                }
            );

    public void Dispose() => analysis.Dispose();

    private static void AssertInOrder(string text, List<Token> tokens)
    {
        var before = new Token(0, 0, -1, "", "");
        foreach (var token in tokens)
        {
            Assert.InRange(token.Start, before.Start, token.End - 1);
            Assert.True(token.End <= text.Length);
            Assert.True(token.Position >= before.Position);
            Assert.NotEqual("", token.Stem);
            before = token;
        }
    }

    private static List<(int, int, int, string)> Read(TextAnalyzer analyzer, string text)
    {
        var tokens = new List<(int, int, int, string)>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            tokens.Add((offset.StartOffset, offset.EndOffset, position, term.ToString()));
        }
        stream.End();
        return tokens;
    }
}
