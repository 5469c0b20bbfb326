namespace Search.Indexer.Fetching;

/// <summary>A stream whose first two bytes can be looked at before it is read.</summary>
internal sealed class PeekedStream(Stream stream) : Stream
{
    private readonly byte[] start = new byte[2];
    private int startLength;
    private int given;
    private bool isPeeked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first two bytes; fewer when there are no more. Before the first read only.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        if (!isPeeked)
            startLength = await stream.ReadAtLeastAsync(
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
            ? stream.ReadAsync(buffer, cancellationToken)
            : ValueTask.FromResult(GiveStart(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => given == startLength ? stream.Read(buffer) : GiveStart(buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int GiveStart(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, startLength - given);
        start.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }
}
