using System.Buffers;
using System.IO.Compression;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>Writes records as JSON Lines, in the canonical form of <see cref="RecordJson.Write(Record)"/>.</summary>
public sealed class JsonLinesWriter : IDisposable
{
    private const int FlushAt = 64 * 1_024;

    private readonly ArrayBufferWriter<byte> _pending = new(2 * FlushAt);
    private readonly Stream _stream;

    /// <param name="stream">Where the lines go; closed with the writer.</param>
    public JsonLinesWriter(Stream stream) => _stream = stream;

    /// <summary>A new file, or one that is replaced; compressed with gzip when its name ends in <c>.gz</c>.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static JsonLinesWriter Create(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = File.Create(path);
        var isCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return new(isCompressed ? new GZipStream(file, CompressionLevel.Optimal) : file);
    }

    /// <summary>Adds a line. It may stay in memory until <see cref="Dispose"/>.</summary>
    /// <exception cref="IOException">The disk is full or gone.</exception>
    public void Write(Record record)
    {
        RecordJson.Write(record, _pending);
        _pending.Write("\n"u8);
        if (_pending.WrittenCount >= FlushAt)
            Flush();
    }

    /// <summary>Writes what is still in memory, and closes the stream.</summary>
    /// <exception cref="IOException">The disk is full or gone.</exception>
    public void Dispose()
    {
        try
        {
            Flush();
        }
        finally
        {
            _stream.Dispose();
        }
    }

    private void Flush()
    {
        _stream.Write(_pending.WrittenSpan);
        _pending.ResetWrittenCount();
    }
}
