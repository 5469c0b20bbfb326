using System.IO.Compression;
using System.Security.Cryptography;

namespace Search.Service.SearchBox;

/// <summary>A file of the search box as it travels: compressed once and as small as it gets, not at each request.</summary>
internal sealed class BoxFile
{
    private readonly byte[] content;
    private readonly byte[] brotli;
    private readonly byte[] gzip;

    /// <param name="content">The file, in UTF-8.</param>
    /// <param name="mediaType">With its charset.</param>
    public BoxFile(byte[] content, string mediaType)
    {
        this.content = content;
        MediaType = mediaType;
        brotli = Compress(content, to => new BrotliStream(to, CompressionLevel.SmallestSize));
        gzip = Compress(content, to => new GZipStream(to, CompressionLevel.SmallestSize));
        Integrity = $"sha384-{Convert.ToBase64String(SHA384.HashData(content))}";
    }

    public string MediaType { get; }

    /// <summary>As the attribute <c>integrity</c> takes it; of the uncompressed file, as browsers check it.</summary>
    public string Integrity { get; }

    /// <summary>The smallest form that the client takes.</summary>
    /// <param name="accepts">Whether the client takes an encoding.</param>
    public BoxBytes For(Func<string, bool> accepts) =>
        accepts("br") ? new BoxBytes(brotli, "br")
        : accepts("gzip") ? new BoxBytes(gzip, "gzip")
        : new BoxBytes(content, null);

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
            stream.Write(content);
        return compressed.ToArray();
    }
}

/// <summary>What goes out.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Encoding">Their content encoding; null for none.</param>
internal sealed record BoxBytes(byte[] Content, string? Encoding);
