using System.Buffers;
using System.IO.Pipelines;

namespace Search.Service.Writing;

/// <summary>
/// Sends results while the request is still coming in. Many clients read nothing before they have sent everything: results
/// wait for them in memory up to a limit, so that such a client and the service do not wait for each other.
/// </summary>
internal sealed class ResultLines(PipeWriter response, CancellationToken cancellationToken)
{
    // Some 50,000 results. A client that sends more in one request must read while it sends.
    private const int MostWaiting = 4 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> waiting = new();
    private Task? sending;

    /// <summary>Whether anything has been sent or waits to be.</summary>
    public bool HasBegun => sending is not null || waiting.WrittenCount > 0;

    public async Task WriteAsync(ReadOnlyMemory<byte> lines)
    {
        waiting.Write(lines.Span);
        if (sending is { IsCompleted: false } && waiting.WrittenCount < MostWaiting)
            return;
        await SendAsync();
    }

    public async Task FinishAsync()
    {
        if (waiting.WrittenCount > 0)
            await SendAsync();
        if (sending is not null)
            await sending;
    }

    private async Task SendAsync()
    {
        if (sending is not null)
            await sending;
        sending = response.WriteAsync(waiting.WrittenSpan.ToArray(), cancellationToken).AsTask();
        waiting.ResetWrittenCount();
    }
}
