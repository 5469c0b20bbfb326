using System.Diagnostics;

namespace Search.Tests.Http;

/// <summary>The program itself, in a process of its own, over an index that was made before.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>The program, as the system numbers it.</summary>
    public int Id => process.Id;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(
        string indexPath,
        IReadOnlyDictionary<string, string>? environment = null,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Programs.Service);
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.ArgumentList.Add($"--Search:Index:Path={indexPath}");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var started = Process.Start(start) ?? throw new InvalidOperationException("The service could not be started.");
        return new ServiceProcess(started, await AddressAsync(started));
    }

    public Task<string> TextAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);

    /// <summary>Waits until it has ended, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        // What it says meanwhile must be read, or it would wait for a reader.
        await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process started)
    {
        const string Announcement = "Search is ready at ";
        while (await started.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            var place = line.IndexOf(Announcement, StringComparison.Ordinal);
            if (place >= 0)
                return new Uri(line[(place + Announcement.Length)..]);
        }
        throw new InvalidOperationException("The service ended before it was ready.");
    }
}
