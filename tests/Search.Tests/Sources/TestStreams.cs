namespace Search.Tests.Sources;

/// <summary>A stream made of what a function gives, as a pipe would: forward only, in pieces of any size.</summary>
internal sealed class PieceStream(Func<byte[]?> nextPiece) : Stream
{
    private byte[] _piece = [];
    private int _given;

    /// <summary>The bytes, at most <paramref name="size"/> at a time.</summary>
    public static PieceStream Of(byte[] bytes, int size)
    {
        var pieces = bytes.Chunk(size).GetEnumerator();
        return new(() => pieces.MoveNext() ? pieces.Current : null);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_given == _piece.Length)
            (_piece, _given) = (nextPiece() ?? [], 0);
        var count = Math.Min(buffer.Length, _piece.Length - _given);
        _piece.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
