using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Search.Tests.Http.Fuzzing;

/// <summary>
/// Malformed requests over raw sockets: none is answered with 500, none makes the service tell of itself. A short run here;
/// <c>FUZZ_REQUESTS=50000</c> in the environment makes it long, <c>FUZZ_SEED</c> repeats one.
/// </summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private const int ShortRun = 2_000;
    private const int Senders = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    // What only code knows: traces of calls, names of exceptions and of types.
    private static readonly string[] Leaks =
    [
        "   at ",
        "Exception",
        "System.",
        "Microsoft.",
        "Lucene",
        "Search.Service",
        ".cs:line",
        "StackTrace",
        ".dll",
        "root:",
    ];

    private readonly ServiceHost host = new(
        Enumerable
            .Range(0, 200)
            .Select(n =>
                Collection.Talk(
                    $"talk{n}",
                    $"Reading quorum {n}",
                    "A quorum is a majority.",
                    ["Ada"],
                    ["Consensus"],
                    "2024"
                )
            ),
        ("Search:Http:HeaderSeconds", "2")
    );
    private string key = "";

    public async ValueTask InitializeAsync()
    {
        await host.ReadyAsync();
        key = await host.WritingAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task No_malformed_request_makes_the_service_fail_or_tell_of_itself()
    {
        var count = Number("FUZZ_REQUESTS") ?? ShortRun;
        var seed = Number("FUZZ_SEED") ?? 20_241_124;
        var openApi = await host.JsonAsync("/openapi/v1.json");
        var alone = await SearchesAsync(Task.Delay(TimeSpan.FromSeconds(1), ServiceHost.Cancel));
        var memoryBefore = Memory();

        var sending = Task.WhenAll(
            Enumerable
                .Range(0, Senders)
                .Select(n => SendAsync(new RequestFuzzer(seed + n, host.Address, key, openApi), count / Senders))
        );
        var meanwhile = await SearchesAsync(sending);
        var statuses = (await sending)
            .SelectMany(s => s)
            .CountBy(s => s)
            .OrderBy(s => s.Key)
            .Select(s => $"{s.Key}: {s.Value}");

        using var found = await host.WriteAsync(key, HttpMethod.Get, "/v1/search?q=quorum&hitsPerPage=1");
        Assert.True(found.IsSuccessStatusCode);
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} requests; {string.Join(", ", statuses)}; median search {alone:0.00} ms alone, {meanwhile:0.00} ms meanwhile; "
                    + $"memory {memoryBefore / 1e6:0} MB before, {Memory() / 1e6:0} MB after"
            )
        );
        Assert.InRange(Memory() - memoryBefore, long.MinValue, 100_000_000);
    }

    [Fact]
    public async Task A_client_that_never_finishes_its_headers_is_cut_off()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(host.Address.Host, host.Address.Port, ServiceHost.Cancel);
        var stream = connection.GetStream();
        await stream.WriteAsync("GET /v1/search HTTP/1.1\r\nHost: x\r\nX: "u8.ToArray(), ServiceHost.Cancel);
        var answer = await new StreamReader(stream).ReadToEndAsync(ServiceHost.Cancel);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData("/v1/search?q=żółw", "400")]
    [InlineData("/v1/search?q=%C5%BC%C3%B3%C5%82w", "200")]
    public async Task A_target_is_ascii_as_http_demands(string target, string status)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(host.Address.Host, host.Address.Port, ServiceHost.Cancel);
        var stream = connection.GetStream();
        var request = $"GET {target} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), ServiceHost.Cancel);
        var answer = await new StreamReader(stream).ReadToEndAsync(ServiceHost.Cancel);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    private async Task<List<string>> SendAsync(RequestFuzzer fuzzer, int count)
    {
        var statuses = new List<string>();
        for (var n = 0; n < count; n++)
        {
            var request = fuzzer.Next();
            var answer = await AskAsync(request);
            var status = answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? answer[9..12] : "none";
            statuses.Add(status);
            var sent = Encoding.Latin1.GetString(request);
            var leak = Leaks
                .Append(host.Collection.Options.Path)
                .FirstOrDefault(leak =>
                    answer.Contains(leak, StringComparison.Ordinal) && !sent.Contains(leak, StringComparison.Ordinal)
                );
            // The documentation's own script is full of such words and none of them is a leak.
            var isScript = answer.Contains("Content-Type: text/javascript", StringComparison.OrdinalIgnoreCase);
            Assert.True(status != "500" && (leak is null || isScript), $"{leak}\n{sent}\n---\n{answer}");
        }
        return statuses;
    }

    // A request that is cut short would wait for its end: after a while the client closes its half, as one that broke off does.
    private async Task<string> AskAsync(byte[] request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(host.Address.Host, host.Address.Port, ServiceHost.Cancel);
        try
        {
            var stream = connection.GetStream();
            await stream.WriteAsync(request, ServiceHost.Cancel);
            var answer = new MemoryStream();
            var reading = stream.CopyToAsync(answer, ServiceHost.Cancel);
            if (await Task.WhenAny(reading, Task.Delay(Patience, ServiceHost.Cancel)) != reading)
                connection.Client.Shutdown(SocketShutdown.Send);
            await reading;
            return Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)answer.Length);
        }
        // Cut off by the service, which has had enough.
        catch (Exception e) when (e is IOException or SocketException)
        {
            return "";
        }
    }

    private async Task<double> SearchesAsync(Task until)
    {
        var times = new List<double>();
        while (!until.IsCompleted)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await host.SendAsync(HttpMethod.Get, "/v1/search?q=quorum");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Assert.True(response.IsSuccessStatusCode);
            await Task.Delay(5, ServiceHost.Cancel);
        }
        return times.Order().ElementAt(times.Count / 2);
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
