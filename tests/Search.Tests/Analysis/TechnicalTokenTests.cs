using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

/// <summary>Where technical tokens are seen, and where they only seem to be.</summary>
public sealed class TechnicalTokenTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    [Theory]
    [InlineData("ABC# objC++x xC# C#x C## C+++", "abc objectivec x xc c x c c")]
    [InlineData("example.net ASP.NET Core (.NET) .NET, ...NET", "example net aspnet core dotnet dotnet net")]
    [InlineData("A/B tests, NA/BA, a/b/c, x/a/b", "ab tests na ba a b c x a b")]
    [InlineData("C/C++ C#/F# C#/.NET C++/CLI", "c cplusplus csharp fsharp csharp dotnet cpluspluscli")]
    [InlineData("C++17 C#12 .NET8 non-.NET .NET-based", "cplusplus 17 csharp 12 dotnet 8 non dotnet dotnet based")]
    [InlineData("HTTP/2. HTTP/2.0 HTTP/2.5 HTTP/20 HTTP/1.1", "http2 http2 http 2.5 http 20 http11")]
    [InlineData("OAuth 2.0 OAuth 2.1 OAuth\t2", "oauth2 oauth 2.1 oauth2")]
    [InlineData("fly.io io.js I/O async IO io_uring", "fly io iojs inputoutput async inputoutput io uring")]
    [InlineData("main.cpp cpp www.asp.net asp.net", "main cpp cplusplus www asp net aspnet")]
    [InlineData("see.C# the.NET", "see c the net")]
    [InlineData("TCP/IP TCP/IP/UDP tcp ip", "tcpip tcp ip udp tcpip")]
    [InlineData("Ph.D. Ph.D PhD", "phd phd phd")]
    [InlineData("O(n) O(N) O(n)time f(o(n))", "oofn oofn o n time f oofn")]
    [InlineData("A* a-star A** s**t", "astar astar a s t")]
    [InlineData("Let’s Encrypt let's go", "letsencrypt let go")]
    [InlineData("Ｃ＃ Ｎｏｄｅ．ｊｓ C♯", "csharp nodejs csharp")]
    [InlineData("l'ASP.NET d’I/O", "l aspnet d inputoutput")]
    [InlineData("C#으로 C＋＋言語", "csharp 으로 cplusplus 言語")]
    public void A_token_counts_between_word_borders_only(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', analysis.Tokenize(text).Select(token => token.Exact)));

    [Fact]
    public void Every_form_of_the_table_becomes_its_word_and_covers_what_was_written()
    {
        foreach (var entry in TechnicalTokens.BuiltIn.Entries)
        {
            foreach (var form in entry.Aliases.Append(entry.Token).Append(entry.Word))
            {
                var tokens = analysis.Tokenize($"before {form.ToUpperInvariant()}, after");
                Assert.Equal(["before", entry.Word, "after"], tokens.Select(token => token.Exact));
                Assert.Equal((7, 7 + form.Length), (tokens[1].Start, tokens[1].End));
                Assert.Equal(entry.Word, tokens[1].Stem);
            }
        }
    }

    [Fact]
    public void The_table_holds_at_least_80_tokens() => Assert.True(TechnicalTokens.BuiltIn.Entries.Count >= 80);

    [Theory]
    [InlineData("TCP/IP", "tcpip:tcpip[0,6) :tcp[0,6) :ip[0,6)")]
    [InlineData("real-time", "real:real[0,4) :realtim[0,9) time:time[5,9)")]
    [InlineData("O'Dwyer", "odwyer:odwyer[0,7) :dwyer[2,7)")]
    [InlineData("Python'da", "pythonda:pythonda[0,9) :python[0,6)")]
    [InlineData("don't Lucene's", "dont:dont[0,5) lucene:lucen[6,12)")]
    [InlineData("入門書", "入門:入門[0,2) 入:入[0,1) 門書:門書[1,3) 門:門[1,2) 書:書[2,3)")]
    [InlineData("2017-18 a-b-c", "2017:2017[0,4) 18:18[5,7) a:a[8,9) b:b[10,11) c:c[12,13)")]
    [InlineData("foo.js", "foo:foo[0,3) :fooj[0,6) js:js[4,6)")]
    [InlineData("Mac OS X", "macos:macos[0,8) mac:mac[0,8) os:os[0,8) x:x[0,8)")]
    [InlineData(
        "k-means' C sharp's",
        "kmeans:kmeans[0,7) means:mean[0,7) csharp:csharp[9,16) c:c[9,16) sharp:sharp[9,16)"
    )]
    [InlineData("TCP IP", "tcpip:tcpip[0,6) :tcp[0,6) :ip[0,6)")]
    [InlineData("a\u2054b", "a:a[0,1) b:b[2,3)")]
    [InlineData("GPT-4 GPL-3.0", "gpt:gpt[0,3) :gpt4[0,5) 4:4[4,5) gpl:gpl[6,9) :gpl3.0[6,13) 3.0:3.0[10,13)")]
    public void The_index_holds_other_readings_beside_the_words(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', analysis.TokenizeAsIndexed(text).Select(t => $"{t.Exact}:{t.Stem}[{t.Start},{t.End})"))
        );

    [Fact]
    public void Other_readings_do_not_move_the_words()
    {
        const string text = "Real-time TCP/IP, O'Dwyer's 入門 on Node.js today";
        var words = analysis.TokenizeAsIndexed(text).Where(token => token.Exact.Length > 1);
        Assert.Equal(analysis.Tokenize(text), words);
    }

    public void Dispose() => analysis.Dispose();
}
