namespace Search.Engine.Sources;

/// <summary>Looks at the first bytes of a stream.</summary>
internal static class StreamStart
{
    /// <summary>The first <paramref name="count"/> bytes; fewer when the stream is shorter or its compressed data breaks off.</summary>
    /// <exception cref="SourceException">It cannot be read; the stream is closed.</exception>
    public static byte[] Read(string path, Stream stream, int count)
    {
        var start = new byte[count];
        var length = 0;
        try
        {
            while (length < count && stream.Read(start, length, count - length) is var read and > 0)
                length += read;
        }
        catch (InvalidDataException)
        {
            // Whoever reads the records meets the damage again, and can say in which line.
            return start[..length];
        }
        catch (IOException fault)
        {
            stream.Dispose();
            throw new SourceException(path, $"cannot be read: {fault.Message}", fault);
        }
        return start[..length];
    }
}

/// <summary>A stream whose first bytes were read already and are given out once more.</summary>
internal sealed class StartedStream(byte[] start, Stream rest) : ReadingStream(rest)
{
    private int _given;

    public override int Read(Span<byte> buffer)
    {
        if (_given == start.Length)
            return Inner.Read(buffer);
        var count = Math.Min(buffer.Length, start.Length - _given);
        start.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
