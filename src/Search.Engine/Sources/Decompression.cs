using System.IO.Compression;
using System.Text;

namespace Search.Engine.Sources;

/// <summary>From the bytes of a file to those of a text in UTF-8: unpacks gzip, and turns UTF-16 and UTF-32 into UTF-8.</summary>
internal static class Decompression
{
    /// <summary>The stream as an importer reads it. Told by the first bytes, whatever the name.</summary>
    /// <exception cref="SourceException">It cannot be read; it is closed.</exception>
    public static Stream Open(string path, Stream stream)
    {
        var start = StreamStart.Read(path, stream, 2);
        Stream whole = new StartedStream(start, stream);
        if (start is not [0x1F, 0x8B])
            return AsUtf8(path, whole);
        var packed = new CountingStream(whole);
        return AsUtf8(path, new ExpandingStream(new GZipStream(packed, CompressionMode.Decompress), packed));
    }

    private static Stream AsUtf8(string path, Stream stream)
    {
        var start = StreamStart.Read(path, stream, 4);
        Stream whole = new StartedStream(start, stream);
        return Wide(start) is { } wide
            ? Encoding.CreateTranscodingStream(whole, wide, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            : whole;
    }

    // By the byte order mark, or by the zero bytes that a first character of ASCII has. The mark stays, as one of UTF-8.
    private static Encoding? Wide(byte[] start) =>
        start switch
        {
            [0xFF, 0xFE, 0, 0] or [not 0, 0, 0, 0] => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
            [0, 0, 0xFE, 0xFF] or [0, 0, 0, not 0] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
            [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            [0xFE, 0xFF, ..] or [0, not 0, 0, not 0] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            _ => null,
        };
}

/// <summary>Counts what is read.</summary>
internal sealed class CountingStream(Stream inner) : ReadingStream(inner)
{
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = Inner.Read(buffer);
        Count += count;
        return count;
    }
}

/// <summary>Unpacked data, as long as it does not grow as only data made for that does.</summary>
internal sealed class ExpandingStream(Stream unpacked, CountingStream packed) : ReadingStream(unpacked)
{
    /// <summary>Text shrinks to a tenth, a very repetitive export to a fiftieth.</summary>
    public const int MaxRatio = 200;

    /// <summary>Small files may shrink more: they take neither memory nor time.</summary>
    public const long Unchecked = 64L * 1_024 * 1_024;

    private long _count;

    public override int Read(Span<byte> buffer)
    {
        var count = Inner.Read(buffer);
        _count += count;
        if (_count > Unchecked && _count > MaxRatio * packed.Count)
            throw new IOException($"the compressed data grows to more than {MaxRatio} times its size, as no text does");
        return count;
    }
}
