using Search.Engine.Sources;

namespace Search.Indexer.Fetching;

/// <summary>A stream whose first two bytes can be looked at before it is read.</summary>
internal sealed class PeekedStream(Stream stream) : ReadingStream(stream)
{
    private readonly byte[] start = new byte[2];
    private int startLength;
    private int given;
    private bool isPeeked;

    /// <summary>The first two bytes; fewer when there are no more. Before the first read only.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        if (!isPeeked)
            startLength = await Inner.ReadAtLeastAsync(
                start,
                start.Length,
                throwOnEndOfStream: false,
                cancellationToken
            );
        isPeeked = true;
        return start.AsMemory(0, startLength);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        given == startLength
            ? Inner.ReadAsync(buffer, cancellationToken)
            : ValueTask.FromResult(GiveStart(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => given == startLength ? Inner.Read(buffer) : GiveStart(buffer);

    private int GiveStart(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, startLength - given);
        start.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }
}
