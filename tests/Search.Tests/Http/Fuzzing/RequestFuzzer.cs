using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Search.Tests.Http.Fuzzing;

/// <summary>Makes malformed requests, as bytes: from the OpenAPI document, and from what breaks HTTP itself.</summary>
internal sealed class RequestFuzzer
{
    private static readonly string[] Methods =
    [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "BREW",
        "get",
        "",
    ];

    private static readonly string[] Paths =
    [
        "/",
        "//",
        "/.",
        "/..",
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/search-box/..%5c..%5cappsettings.json",
        "/search-box/../appsettings.json",
        "/appsettings.json",
        "/%00",
        "/v1/%00",
        "/v1/documents/%",
        "/v1/documents/%2",
        "/v1/documents/%zz",
        "/v1/documents/%c0%af",
        "/v1/documents/%ff",
        "/v1/documents/..",
        "/v1/documents/%2e%2e",
        "/v1/documents//",
        "/v1/documents/a%2F..%2Fb",
        "/v1/documents/%23",
        "/v1/documents/a%23999999999999",
        "/v1/documents/a%230",
        "/v1//search",
        "/V1/SEARCH",
        "/v1/search/",
        "/v1/search;x=1",
        "/v1\\search",
        "/v1/search%3Fq=x",
        "/openapi/..%2f..%2fappsettings.json",
        "/openapi/v9.json",
        "/docs/../v1/search",
        "*",
        "http://",
        "http://other.example/v1/search",
        "http:///v1/search",
        "/search?q=<script>",
        "/speakers/%2f",
        "/topics/%",
        "/feed?q=%",
        "?",
        "#",
        "",
    ];

    private readonly Random random;
    private readonly NastyText text;
    private readonly string host;
    private readonly string key;
    private readonly List<(string Path, string Method, List<string> Parameters)> operations = [];

    public RequestFuzzer(int seed, Uri address, string key, JsonNode openApi)
    {
        random = new Random(seed);
        text = new NastyText(random);
        host = address.Authority;
        this.key = key;
        foreach (var (path, item) in openApi["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                var names = operation!["parameters"]?.AsArray().Select(p => (string)p!["name"]!) ?? [];
                operations.Add((path, method.ToUpperInvariant(), [.. names]));
            }
        }
    }

    /// <summary>One request, as it goes over the wire.</summary>
    public byte[] Next() =>
        random.Next(10) switch
        {
            0 => text.Spoiled(text.Spoiled(OfOperation())),
            1 => Broken(),
            2 => Plain(Methods[random.Next(Methods.Length)], Paths[random.Next(Paths.Length)], []),
            3 => Chunked(),
            _ => OfOperation(),
        };

    private byte[] OfOperation()
    {
        var (path, method, parameters) = operations[random.Next(operations.Count)];
        var target = path.Replace("{id}", Id(), StringComparison.Ordinal)
            .Replace("{name}", text.InQuery(), StringComparison.Ordinal);
        var query = Enumerable.Range(0, random.Next(5)).Select(_ => $"{Name(parameters)}={text.InQuery()}");
        var separator = target.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        target += random.Next(5) == 0 ? "" : separator + string.Join(random.Next(20) == 0 ? ";" : "&", query);
        var body = method switch
        {
            "GET" or "HEAD" => [],
            "PUT" => text.Record(withId: random.Next(4) == 0),
            "POST" when path.EndsWith("/documents", StringComparison.Ordinal) => text.Lines(),
            _ => text.Json(),
        };
        return Plain(random.Next(15) == 0 ? Methods[random.Next(Methods.Length)] : method, target, body);
    }

    private string Name(List<string> parameters) =>
        parameters.Count == 0 || random.Next(8) == 0 ? text.InQuery() : parameters[random.Next(parameters.Count)];

    private string Id() => random.Next(3) == 0 ? "fuzz" + random.Next(20) : text.InQuery();

    private byte[] Plain(string method, string target, byte[] body)
    {
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        if (random.Next(3) > 0)
            head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {key}\r\n");
        for (var n = random.Next(4); n > 0; n--)
            head.Append(Header());
        if (body.Length > 0 || random.Next(3) == 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private string Header()
    {
        var value = new string([.. text.Word().Where(c => c is not ('\r' or '\n' or '\0') and < '\u0100').Take(2_000)]);
        string[] names =
        [
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Accept",
            "Accept-Encoding",
            "Origin",
            "Referer",
            "Range",
            "If-Modified-Since",
            "Content-Type",
            "Content-Encoding",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "Access-Control-Request-Method",
            "Expect",
            "Cookie",
            "traceparent",
            "Authorization",
            "Content-Length",
            "Transfer-Encoding",
            "Upgrade",
            "TE",
        ];
        return $"{names[random.Next(random.Next(4) == 0 ? names.Length : 15)]}: {value}\r\n";
    }

    private byte[] Chunked()
    {
        string[] sizes = ["5", "0", "-1", "zz", "ffffffffffffffff", "5;ext=1", " 5", "", "7fffffff"];
        var head =
            $"POST /v1/documents HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {key}\r\nConnection: close\r\n"
            + (random.Next(4) == 0 ? "Content-Length: 3\r\n" : "")
            + $"Transfer-Encoding: {(random.Next(4) == 0 ? "gzip, chunked" : "chunked")}\r\n\r\n";
        var record = text.Record();
        var good = $"{record.Length:x}\r\n";
        var bad = $"\r\n{sizes[random.Next(sizes.Length)]}\r\nhello\r\n{(random.Next(2) == 0 ? "0\r\n\r\n" : "")}";
        return [.. Encoding.Latin1.GetBytes(head + good), .. record, .. Encoding.Latin1.GetBytes(bad)];
    }

    private byte[] Broken()
    {
        var raw = random.Next(14) switch
        {
            0 => "GET / HTTP/1.1\r\n\r\n",
            1 => $"GET /v1/search HTTP/1.1\nHost: {host}\n\n",
            2 => $"GET /v1/search?q=żółw HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            3 => $"GET /v1/search HTTP/1.1\r\nHost: {host}\r\nX: {new string('x', 40_000)}\r\n\r\n",
            4 =>
                $"GET /v1/search HTTP/1.1\r\nHost: {host}\r\n{string.Concat(Enumerable.Range(0, 200).Select(n => $"X{n}: 1\r\n"))}\r\n",
            5 => $"GET /{new string('a', 70_000)} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            6 => $"GET /v1/search HTTP/9.9\r\nHost: {host}\r\n\r\n",
            7 => "GET\r\n\r\n",
            8 => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            9 => $"GET /v1/search HTTP/1.1\r\nHost: {host}\r\nno colon here\r\n\r\n",
            10 => $"GET /v1/search HTTP/1.1\r\nHost: {host}\r\nHost: other\r\n\r\n",
            11 => $"GET /v1/search HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
            12 => "\u0016\u0003\u0001\u0002\0\u0001\0",
            _ => $"POST /v1/search HTTP/1.1\r\nHost: {host}\r\nContent-Length: 99999999999999999999\r\n\r\n",
        };
        return Encoding.UTF8.GetBytes(raw);
    }
}
