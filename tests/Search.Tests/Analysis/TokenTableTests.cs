using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

/// <summary>Text and its tokens, written as <c>exact</c>, or <c>exact/stem</c> where the two differ.</summary>
public sealed class TokenTableTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    [Theory]
    [InlineData("The quick, brown foxes.", "the quick brown foxes/fox")]
    [InlineData("Python 3.12 and 3.1", "python 3.12 and 3.1")]
    [InlineData("v1.2.3 is 1.2.3; V2 v8", "1.2.3 is 1.2.3 v2 v8")]
    [InlineData("TLS 1.3, p99.9, 99.9%, 2PC", "tls/tl 1.3 p99.9 99.9 2pc")]
    [InlineData("1,000,000 or 10,20 or 3,14", "1000000 or 10 20 or 3 14")]
    [InlineData("GPL-3.0 LGPL-2.1-only", "gpl 3.0 lgpl 2.1 only/onli")]
    [InlineData("snake_case __init__ SO_REUSEPORT", "snake case init so reuseport")]
    [InlineData("@decorators #hashtag ~tilde $PATH", "decorators/decor hashtag tilde/tild path")]
    [InlineData("JavaScript TypeScript GraphQL gRPC", "javascript typescript graphql grpc")]
    [InlineData("f(x) = O(k)", "f x o k")]
    [InlineData("R, Go, C, D and the IT", "r go c d and the it")]
    [InlineData("redis.io os.path std::string key:value", "redis/redi io os path std string key/kei value/valu")]
    [InlineData("U.K. e.g. J.P.Morgan A.I. U.S.", "uk eg jp morgan ai usa")]
    [InlineData("real-time/batch client/server", "real time batch client server")]
    [InlineData("pre- and post-mortem --verbose well--known", "pre and post mortem verbose/verbos well known")]
    public void Words_are_cut_as_people_search_them(string text, string expected) =>
        Assert.Equal(expected, Write(analysis.Tokenize(text)));

    [Theory]
    [InlineData("don't DON’T dont", "dont dont dont")]
    [InlineData("what's What’s", "what what")]
    [InlineData("we’re they'll I've you'd I'm they'd've", "we they/thei i you i they/thei")]
    [InlineData("Lucene's Lucene’s", "lucene/lucen lucene/lucen")]
    [InlineData("O'Dwyer O’Dwyer ODwyer", "odwyer odwyer odwyer")]
    [InlineData("l'eau d’accord dell'arte qu'il", "eau accord arte/art il")]
    [InlineData("rock'n'roll ma'am 'quoted'", "rocknroll/rocknrol maam quoted/quot")]
    public void Apostrophes_are_alike_and_no_part_of_a_word(string text, string expected) =>
        Assert.Equal(expected, Write(analysis.Tokenize(text)));

    [Theory]
    [InlineData("Siobhán Müller Ørsted Łódź naïve", "siobhan muller orsted/orst lodz naive/naiv")]
    [InlineData("Mu\u0308ller Siobha\u0301n", "muller siobhan")]
    [InlineData("Straße STRASSE œuvre", "strasse/strass strasse/strass oeuvre/oeuvr")]
    [InlineData("İSTANBUL ılık INDIGO", "istanbul ilik indigo")]
    [InlineData("Ｆｕｌｌ　ｗｉｄｔｈ ２０２４", "full width 2024")]
    [InlineData("ЁЛКА Йогурт йогурт", "елка иогурт иогурт")]
    [InlineData("Ελλάς ΕΛΛΑΣ ελλασ", "ελλασ ελλασ ελλασ")]
    [InlineData("العَرَبِيّة العربية أحمد احمد", "العربية العربية احمد احمد")]
    [InlineData("שָׁלוֹם שלום", "שלום שלום")]
    [InlineData("١٢٣ १२३", "123 123")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData(
        "micro\u00ADservices micro\u2060services \u200Emicro\u200Dservices\u200F",
        "microservices/microservic microservices/microservic microservices/microservic"
    )]
    [InlineData("zero\u200Bwidth", "zero width")]
    public void Words_that_differ_by_case_accents_and_invisible_signs_are_alike(string text, string expected) =>
        Assert.Equal(expected, Write(analysis.Tokenize(text)));

    [Theory]
    [InlineData("入門書", "入門 門書")]
    [InlineData("Kubernetes入門", "kubernetes/kubernet 入門")]
    [InlineData("猫", "猫")]
    [InlineData("ソフト ｿﾌﾄ ガ ｶﾞ", "ソフ フト ソフ フト ガ ガ")]
    [InlineData("か\u3099き が", "がき が")]
    [InlineData("대한민국", "대한 한민 민국")]
    [InlineData("\u1112\u1161\u11AB국", "한국")]
    [InlineData("RPython으로 2024년", "rpython 으로 2024 년")]
    [InlineData("使用C#开发", "使用 csharp 开发")]
    [InlineData("𠀀𠀁𠀂", "𠀀𠀁 𠀁𠀂")]
    [InlineData("ภาษาไทย", "ภา าษ ษา าไ ไท ทย")]
    [InlineData("ง่ายมาก", "ง่า าย ยม มา าก")]
    [InlineData("東京-大阪", "東京 大阪")]
    [InlineData("🎉 party 👩‍💻🏽 time ❤️", "party/parti time")]
    public void Scripts_without_blanks_are_cut_into_pairs(string text, string expected) =>
        Assert.Equal(expected, Write(analysis.Tokenize(text)));

    [Theory]
    [InlineData("nul\0nul \u0007bell", "nul nul bell")]
    [InlineData("a\ud800b \udc00c d\ud800", "a b c d")]
    [InlineData("", "")]
    [InlineData(" \t\r\n.,;:!?()[]{}-_/'\"", "")]
    [InlineData("____ ' '' -- // .. ،", "")]
    public void Broken_text_gives_the_words_it_holds(string text, string expected) =>
        Assert.Equal(expected, Write(analysis.Tokenize(text)));

    [Theory]
    [InlineData("C#'s F# (C++)", "csharp[0,2) fsharp[5,7) cplusplus[9,12)")]
    [InlineData("ASP.NET.", "aspnet[0,7)")]
    [InlineData("in O(n log n) now", "in[0,2) oofnlogn[3,13) now[14,17)")]
    [InlineData("C# is C++17, e-mail", "csharp[0,2) is[3,5) cplusplus[6,9) 17[9,11) email[13,19)")]
    [InlineData("Lucene's don’t", "lucene[0,6) dont[9,14)")]
    [InlineData("real-time os.path v1.2", "real[0,4) time[5,9) os[10,12) path[13,17) 1.2[19,22)")]
    [InlineData("straße-nord", "strasse[0,6) nord[7,11)")]
    [InlineData("入門書", "入門[0,2) 門書[1,3)")]
    [InlineData("ｶﾞｷﾞ", "ガギ[0,4)")]
    [InlineData("🎉 C#入門", "csharp[3,5) 入門[5,7)")]
    [InlineData("micro\u00ADservices", "microservices[0,14)")]
    public void Offsets_cover_what_was_written(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', analysis.Tokenize(text).Select(token => $"{token.Exact}[{token.Start},{token.End})"))
        );

    [Fact]
    public void A_word_of_more_than_255_characters_is_cut_and_covers_the_whole()
    {
        var word = new string('x', 300);
        var token = Assert.Single(analysis.Tokenize(word));
        Assert.Equal((0, 300, 255), (token.Start, token.End, token.Exact.Length));
    }

    [Fact]
    public void A_cut_does_not_split_a_surrogate_pair()
    {
        var word = new string('x', 254) + "\U00010400\U00010401";
        var token = Assert.Single(analysis.Tokenize(word));
        Assert.Equal(new string('x', 254), token.Exact);
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal("indigo inputoutput", Write(analysis.Tokenize("INDIGO I/O")));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Parts_of_a_record_are_a_hundred_positions_apart()
    {
        var tokens = analysis.Tokenize("title" + PartGapFilter.Separator + "real-time abstract");
        Assert.Equal([0, 101, 102, 103], tokens.Select(token => token.Position));
    }

    public void Dispose() => analysis.Dispose();

    private static string Write(IEnumerable<Token> tokens) =>
        string.Join(
            ' ',
            tokens.Select(token => token.Exact == token.Stem ? token.Exact : $"{token.Exact}/{token.Stem}")
        );
}
