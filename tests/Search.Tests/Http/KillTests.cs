using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Search.Engine.Indexing;
using Search.Engine.Keys;

namespace Search.Tests.Http;

/// <summary>
/// A real service is killed while many write to it. Short here; <c>KILL_ROUNDS=200</c> in the environment makes it long.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Writers = 6;
    private const int Interviews = 20;
    private const int Questions = 3;

    private readonly TemporaryFolder folder = new();

    // Of each interview the last version that was acknowledged, and the last that was sent.
    private readonly ConcurrentDictionary<string, (int Acknowledged, int Sent)> versions = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_no_interview_is_half_changed()
    {
        var rounds = int.TryParse(
            Environment.GetEnvironmentVariable("KILL_ROUNDS"),
            CultureInfo.InvariantCulture,
            out var many
        )
            ? many
            : 3;
        var random = new Random(20_241_124);
        // An empty index is never ready.
        using (var session = new IndexSession(new IndexOptions { Path = folder["index"] }))
            session.Write([new PutRecord(Collection.Talk("first", "First"))]);
        var key = new KeyFile(folder["index"]).Add("test", KeyRole.Admin, [], DateTimeOffset.UtcNow).Text;
        for (var round = 0; round < rounds; round++)
        {
            using var service = await StartAsync(key);
            await CheckAsync(service.Client);
            using var stop = new CancellationTokenSource();
            var writing = Enumerable.Range(0, Writers).Select(n => WriteAsync(service.Client, n, stop.Token)).ToList();
            var acknowledged = versions.Values.Sum(version => version.Acknowledged) + random.Next(1, 60);
            while (versions.Values.Sum(version => version.Acknowledged) < acknowledged)
                await Task.Delay(1, ServiceHost.Cancel);
            await Task.Delay(random.Next(0, 20), ServiceHost.Cancel);
            service.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(writing);
        }
        using var last = await StartAsync(key);
        await CheckAsync(last.Client);
        Assert.NotEmpty(versions);
    }

    private async Task WriteAsync(HttpClient client, int writer, CancellationToken stop)
    {
        for (var n = writer; !stop.IsCancellationRequested; n += Writers)
        {
            // Each interview has one writer, so that the order of its versions is known.
            var id = $"int-{n % Interviews / Writers * Writers + writer}";
            var version = versions.AddOrUpdate(id, _ => (0, 1), (_, old) => (old.Acknowledged, old.Sent + 1)).Sent;
            var questions = string.Join(
                ',',
                Enumerable
                    .Range(1, Questions)
                    .Select(q => $$"""{"question":"Question {{q}}","answer":"Version {{version}}"}""")
            );
            using var body = new StringContent(
                $$"""{"kind":"interview","title":"Version {{version}}","questions":[{{questions}}]}"""
            );
            try
            {
                using var response = await client.PutAsync(
                    new Uri($"/v1/documents/{id}", UriKind.Relative),
                    body,
                    stop
                );
                if (response.IsSuccessStatusCode)
                    versions.AddOrUpdate(id, (version, version), (_, old) => (version, old.Sent));
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task CheckAsync(HttpClient client)
    {
        foreach (var (id, (acknowledged, sent)) in versions)
        {
            using var response = await client.GetAsync(
                new Uri($"/v1/documents/{id}", UriKind.Relative),
                ServiceHost.Cancel
            );
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                Assert.Equal(0, acknowledged);
                continue;
            }
            var interview = JsonNode.Parse(await response.Content.ReadAsStringAsync(ServiceHost.Cancel))!;
            var version = int.Parse(((string)interview["title"]!).Split(' ')[1], CultureInfo.InvariantCulture);
            Assert.InRange(version, acknowledged, sent);
            Assert.Equal(
                Enumerable.Repeat($"Version {version}", Questions),
                interview["questions"]!.AsArray().Select(question => (string?)question!["answer"])
            );
        }
    }

    private Task<KilledService> StartAsync(string key) => KilledService.StartAsync(folder["index"], folder.Path, key);

    private sealed class KilledService(Process process, Uri address, string key) : IDisposable
    {
        private const string Ready = "Search is ready at ";

        public HttpClient Client { get; } =
            new()
            {
                BaseAddress = address,
                DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
            };

        public static async Task<KilledService> StartAsync(string index, string corpus, string key)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
            string[] arguments =
            [
                Programs.Service,
                "--urls",
                "http://127.0.0.1:0",
                $"--Search:Index:Path={index}",
                $"--Search:Corpus:Path={corpus}",
            ];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            var process =
                Process.Start(start) ?? throw new InvalidOperationException("search-service could not be started.");
            var address = await ListeningAtAsync(process);
            var service = new KilledService(process, address, key);
            // The lock of the killed one is free at once; the new one takes it when it has looked at its keys.
            while (!await service.WritesAsync())
                await Task.Delay(10, ServiceHost.Cancel);
            return service;
        }

        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public void Dispose()
        {
            if (!process.HasExited)
                Kill();
            process.Dispose();
            Client.Dispose();
        }

        private async Task<bool> WritesAsync()
        {
            using var body = new StringContent("""{"kind":"talk","title":"Ready"}""");
            using var response = await Client.PutAsync(
                new Uri("/v1/documents/probe", UriKind.Relative),
                body,
                ServiceHost.Cancel
            );
            return response.IsSuccessStatusCode;
        }

        private static async Task<Uri> ListeningAtAsync(Process process)
        {
            while (await process.StandardOutput.ReadLineAsync(ServiceHost.Cancel) is { } line)
            {
                var at = line.IndexOf(Ready, StringComparison.Ordinal);
                if (at < 0)
                    continue;
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[(at + Ready.Length)..].Trim());
            }
            throw new InvalidOperationException("The service ended before it was ready.");
        }
    }
}
