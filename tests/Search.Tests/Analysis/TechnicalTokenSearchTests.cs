using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

/// <summary>
/// Each technical token finds its own text first, in an index that holds one text for every token and many for what looks
/// like them. The texts differ in nothing else.
/// </summary>
public sealed class TechnicalTokenSearchTests : IClassFixture<TechnicalTokenSearchTests.Texts>
{
    // Beyond the table: found by rule.
    private static readonly string[] Plain =
    [
        "C",
        "R",
        "F",
        "Go",
        "IT",
        "gRPC",
        "GraphQL",
        "JavaScript",
        "TypeScript",
        "k8s",
        "k3s",
        "p99",
        "p99.9",
        "p95",
        "2PC",
        "3PC",
        "CRDTs",
        "IPv4",
        "IPv6",
        "S3",
        "e2e",
        "i18n",
        "3.12",
        "3.1",
        "v1.2.3",
        "v1.2",
        "TLS 1.2",
        "TLS 1.3",
        "GPL-2.0",
        "GPL-3.0",
        "HTTP/4",
        "@decorators",
        "#hashtag",
        "snake_case",
        "redis.io",
        "f(x)",
        "O(k)",
        "U.K.",
        "O'Dwyer",
        "htmx.js",
        "real-time",
        "入門",
    ];

    private static readonly string[] Decoys =
    [
        "net",
        "used",
        "example.net",
        "node",
        "js",
        "going",
        "ABC#",
        "objc-x",
        "NA/BA",
        "a/b/c",
        "3.123",
        "GPL",
        "TLS",
        "x",
        "n",
        "O",
        "P",
        "B tree house",
        "exactly this once",
        "at the least once",
        "tcp",
        "ip",
        "vue",
        "case snake",
        "time real",
        "page 99",
        "rpc",
        "A",
        "B",
        "I",
        "CI",
        "CD",
        "門入",
    ];

    private readonly AnalyzedIndex index;

    public TechnicalTokenSearchTests(Texts texts) => index = texts.Index;

    public static TheoryData<string> Tokens => [.. TechnicalTokens.BuiltIn.Entries.Select(e => e.Token), .. Plain];

    public static TheoryData<string, string> Aliases =>
        [
            .. TechnicalTokens.BuiltIn.Entries.SelectMany(entry =>
                entry.Aliases.Append(entry.Word).Select(alias => new TheoryDataRow<string, string>(alias, entry.Token))
            ),
        ];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_token_finds_its_own_text_first(string token) =>
        Assert.Equal(TextWith(token), index.Find(token).FirstOrDefault());

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Another_way_to_write_it_finds_the_same(string alias, string token) =>
        Assert.Equal(TextWith(token), index.Find(alias).FirstOrDefault());

    [Fact]
    public void A_form_of_several_plain_words_is_found_by_each_of_them()
    {
        var forms = TechnicalTokens
            .BuiltIn.Entries.SelectMany(entry => entry.Aliases.Append(entry.Token))
            .Where(form => form.Contains(' ') && form.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.'))
            .Where(form => !form.Contains(" ."))
            .ToList();
        using var written = new AnalyzedIndex(forms.Select(TextWith));
        Assert.All(forms, form => Assert.Contains(TextWith(form), written.FindWordByWord(form)));
    }

    [Theory]
    [InlineData("C", "C#", "C++", "Objective-C", "C++/CLI")]
    [InlineData("C#", "C", "C++", "F#", "ABC#")]
    [InlineData("C++", "C", "C#", "g++", "libc++")]
    [InlineData(".NET", "net", "example.net")]
    [InlineData("net", ".NET", "ASP.NET", "VB.NET")]
    [InlineData("F#", "F", "C#")]
    [InlineData("R", "R&D", "R-tree")]
    [InlineData("3.1", "3.12", "3.123")]
    [InlineData("p99", "p99.9", "p95", "page 99")]
    [InlineData("A/B", "A", "B", "a/b/c", "NA/BA")]
    [InlineData("I/O", "iOS", "io.js", "Socket.IO", "I")]
    [InlineData("O(n)", "O(log n)", "O(n log n)", "O(1)", "O", "n")]
    [InlineData("HTTP/2", "HTTP/1.1", "HTTP/3", "HTTP/4")]
    [InlineData("B-tree", "R-tree")]
    [InlineData("IT", "I", "CI")]
    [InlineData("入門", "門入")]
    public void A_token_does_not_find_its_neighbours(string query, params string[] neighbours) =>
        Assert.Empty(index.Find(query).Intersect(neighbours.Select(TextWith)));

    [Theory]
    [InlineData("tcp", "TCP/IP")]
    [InlineData("ci", "CI/CD")]
    [InlineData(".net", "ASP.NET")]
    [InlineData("node", "Node.js")]
    [InlineData("big o", "O(n log n)")]
    [InlineData("decorators", "@decorators")]
    [InlineData("hashtag", "#hashtag")]
    [InlineData("redis", "redis.io")]
    [InlineData("snake case", "snake_case")]
    [InlineData("dwyer", "O'Dwyer")]
    [InlineData("O’DWYER", "O'Dwyer")]
    [InlineData("1.2.3", "v1.2.3")]
    [InlineData("crdt", "CRDTs")]
    [InlineData("objective", "Objective-C")]
    [InlineData("least", "at-least-once")]
    [InlineData("means", "k-means")]
    [InlineData("http4", "HTTP/4")]
    [InlineData("門", "入門")]
    public void A_part_finds_the_whole(string query, string token) =>
        Assert.Contains(TextWith(token), index.Find(query));

    private static string TextWith(string token) => $"Notes about {token} from practice";

    /// <summary>The index, built once.</summary>
    public sealed class Texts : IDisposable
    {
        public AnalyzedIndex Index { get; } =
            new(TechnicalTokens.BuiltIn.Entries.Select(e => e.Token).Concat(Plain).Concat(Decoys).Select(TextWith));

        public void Dispose() => Index.Dispose();
    }
}
