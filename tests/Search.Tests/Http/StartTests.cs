using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Search.Tests.Http;

/// <summary>The program itself, in a process of its own, started from a folder where nothing of it is.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Wrong_settings_stop_the_start_with_all_faults_in_plain_words()
    {
        using var service = Start(
            "--Search:Query:MaxWords=0",
            "--Search:Indx:Path=x",
            "--Search:Http:MaxBodyBytes=much"
        );
        await service.WaitForExitAsync(Cancel);
        Assert.Equal(1, service.ExitCode);
        var said = await service.StandardError.ReadToEndAsync(Cancel);
        Assert.Equal(
            [
                "The service did not start. Its settings have faults:",
                "  Search:Http:MaxBodyBytes is \"much\", which is not a whole number.",
                "  Search:Indx is not a setting. Known here: PublicUrl, Index, Corpus, Synonyms, Query, Http, Write, RateLimit, Log, Statistics, Pages.",
                "  Search:Query:MaxWords must be 1 to 1024.",
            ],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'))
        );
        Assert.Empty(await service.StandardOutput.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said_in_plain_words()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var service = Start("--urls", $"http://{other.LocalEndpoint}");
        await service.WaitForExitAsync(Cancel);
        Assert.Equal(1, service.ExitCode);
        var said = await service.StandardError.ReadToEndAsync(Cancel);
        Assert.Contains("choose another address with --urls", said, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_in_plain_words()
    {
        using var service = Start("--urls", "nonsense");
        await service.WaitForExitAsync(Cancel);
        Assert.Equal(1, service.ExitCode);
        Assert.StartsWith(
            "The service did not start. ",
            await service.StandardError.ReadToEndAsync(Cancel),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_fresh_start_builds_the_sample_says_where_it_is_and_serves_its_style()
    {
        Directory.CreateDirectory(folder["corpus"]);
        File.WriteAllText(folder["corpus/talks.jsonl"], """{"id":"a","kind":"talk","title":"First"}""" + "\n");
        using var service = Start("--urls", "http://127.0.0.1:0");
        var address = await ReadAddressAsync(service);
        using var client = new HttpClient { BaseAddress = address };
        var answer = await client.GetStringAsync(new Uri("/v1/search", UriKind.Relative), Cancel);
        Assert.Contains("\"id\":\"a\"", answer, StringComparison.Ordinal);
        using var style = await client.GetAsync(new Uri("/site.css", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.True(File.Exists(folder["index/CURRENT"]));
        service.Kill();
        await service.WaitForExitAsync(Cancel);
    }

    private static async Task<Uri> ReadAddressAsync(Process service)
    {
        const string Announcement = "Search is ready at ";
        while (await service.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            var place = line.IndexOf(Announcement, StringComparison.Ordinal);
            if (place >= 0)
                return new Uri(line[(place + Announcement.Length)..]);
        }
        throw new InvalidOperationException(await service.StandardError.ReadToEndAsync(Cancel));
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Programs.Service);
        start.ArgumentList.Add($"--Search:Index:Path={folder["index"]}");
        start.ArgumentList.Add($"--Search:Corpus:Path={folder["corpus"]}");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The service could not be started.");
    }
}
