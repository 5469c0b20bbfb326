using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Search.Service.Hosting;

/// <summary>Tells where to go, once there is something to see.</summary>
internal sealed partial class ReadyMessage(
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<ReadyMessage> logger
)
{
    /// <summary>Waits until the server listens.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
            await started.Task.WaitAsync(cancellationToken);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses.Select(Clickable))
            LogReady(address);
    }

    // A server that listens everywhere is reached here too, but not by the name that means everywhere.
    private static string Clickable(string address) =>
        address
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .TrimEnd('/') + "/";

    [LoggerMessage(EventName = "Ready", Level = LogLevel.Information, Message = "Search is ready at {Address}")]
    private partial void LogReady(string address);
}
