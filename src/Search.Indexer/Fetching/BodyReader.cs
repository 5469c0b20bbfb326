using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Search.Indexer.Fetching;

/// <summary>
/// The body of an answer as a file of UTF-8 text: without what was done for the way (Content-Encoding), unpacked when it is
/// a gzip file, and never longer than the limit, however small it came.
/// </summary>
internal static class BodyReader
{
    private const int BufferLength = 64 * 1_024;

    /// <exception cref="FetchException">It is too large, or encoded in a way that was not asked for.</exception>
    /// <exception cref="InvalidDataException">What is compressed is damaged.</exception>
    public static async Task CopyAsync(
        HttpContentHeaders headers,
        Stream body,
        Stream into,
        FetchLimits limits,
        CancellationToken cancellationToken
    )
    {
        var stream = new PeekedStream(body);
        foreach (var coding in headers.ContentEncoding.Reverse())
            stream = new PeekedStream(await DecodedAsync(coding, stream, cancellationToken));
        if (await IsGzipAsync(stream, cancellationToken))
            stream = new PeekedStream(new GZipStream(stream, CompressionMode.Decompress));
        await CopyAsync(InUtf8(headers.ContentType, stream), into, limits, cancellationToken);
    }

    private static async Task<Stream> DecodedAsync(
        string coding,
        PeekedStream stream,
        CancellationToken cancellationToken
    )
    {
        switch (coding.ToLowerInvariant())
        {
            case "identity":
                return stream;
            case "gzip" or "x-gzip":
                return new GZipStream(stream, CompressionMode.Decompress);
            case "deflate":
                // The name means zlib's format; some servers send the bare data.
                return await IsZlibAsync(stream, cancellationToken)
                    ? new ZLibStream(stream, CompressionMode.Decompress)
                    : new DeflateStream(stream, CompressionMode.Decompress);
            default:
                throw new FetchException($"answered in the coding {coding}, which was not asked for");
        }
    }

    private static async Task<bool> IsGzipAsync(PeekedStream stream, CancellationToken cancellationToken)
    {
        var start = await stream.PeekAsync(cancellationToken);
        return start.Span is [0x1F, 0x8B];
    }

    private static async Task<bool> IsZlibAsync(PeekedStream stream, CancellationToken cancellationToken)
    {
        var start = await stream.PeekAsync(cancellationToken);
        return start.Span is [var method, var flags] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;
    }

    // XML names its own encoding inside, and is left to its reader.
    private static Stream InUtf8(MediaTypeHeaderValue? type, Stream stream)
    {
        if (
            type?.CharSet is not { } name
            || type.MediaType?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) == true
        )
            return stream;
        var encoding = Find(name.Trim('"', '\''));
        return encoding is null or UTF8Encoding or ASCIIEncoding
            ? stream
            : Encoding.CreateTranscodingStream(
                stream,
                encoding,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A name that nobody knows: the importer sees whether the text can be read.
            return null;
        }
    }

    private static async Task CopyAsync(
        Stream from,
        Stream into,
        FetchLimits limits,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[BufferLength];
        long length = 0;
        while (await from.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            length += count;
            if (length > limits.MaxBytes)
                throw FetchException.TooLarge(limits);
            await into.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }
}
