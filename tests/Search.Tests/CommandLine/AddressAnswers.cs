using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Search.Tests.CommandLine;

/// <summary>The ways, good and bad, in which servers answer.</summary>
internal static class AddressAnswers
{
    private const string Changed = "Tue, 05 Mar 2024 10:00:00 GMT";

    public static Task WriteAsync(HttpContext context, string tag, string text)
    {
        var path = context.Request.Path.Value ?? "";
        var bytes = Encoding.UTF8.GetBytes(text);
        return path switch
        {
            "/talks.jsonl" => TaggedAsync(context, tag, bytes),
            "/dated.jsonl" => DatedAsync(context, bytes),
            "/query.jsonl" => SendAsync(context, bytes),
            "/gzip" => SendAsync(
                context,
                Packed(bytes, into => new GZipStream(into, CompressionLevel.Fastest)),
                "gzip"
            ),
            "/zlib" => SendAsync(
                context,
                Packed(bytes, into => new ZLibStream(into, CompressionLevel.Fastest)),
                "deflate"
            ),
            "/deflate" => SendAsync(
                context,
                Packed(bytes, into => new DeflateStream(into, CompressionLevel.Fastest)),
                "deflate"
            ),
            "/file.jsonl.gz" => SendAsync(
                context,
                Packed(bytes, into => new GZipStream(into, CompressionLevel.Fastest))
            ),
            "/latin1.jsonl" => SendAsync(
                context,
                Encoding.Latin1.GetBytes(text),
                type: "text/plain; charset=iso-8859-1"
            ),
            "/typed" => SendAsync(context, bytes, type: "application/x-ndjson"),
            "/brotli" => SendAsync(context, bytes, "br"),
            "/broken" => BreakOffAsync(context, bytes),
            "/broken.gz" => SendAsync(
                context,
                Packed(new byte[4_000], into => new GZipStream(into, CompressionLevel.NoCompression))[..2_000]
            ),
            "/to" => RedirectAsync(context, context.Request.QueryString.Value![1..]),
            "/nowhere" => RedirectAsync(context, null),
            "/long.jsonl" => SendAsync(context, new byte[1_100_000]),
            "/endless.jsonl" => EndlessAsync(context),
            "/bomb" => SendAsync(context, Bomb(), "gzip"),
            "/bomb.jsonl.gz" => SendAsync(context, Bomb()),
            "/slow.jsonl" => SlowAsync(context),
            "/silent.jsonl" => Task.Delay(Timeout.Infinite, context.RequestAborted),
            _ when path.StartsWith("/redirect/", StringComparison.Ordinal) => NextAsync(context, path),
            _ => StatusAsync(context, StatusCodes.Status404NotFound),
        };
    }

    private static Task TaggedAsync(HttpContext context, string tag, byte[] bytes)
    {
        if (context.Request.Headers.IfNoneMatch == tag)
            return StatusAsync(context, StatusCodes.Status304NotModified);
        context.Response.Headers.ETag = tag;
        return SendAsync(context, bytes);
    }

    private static Task DatedAsync(HttpContext context, byte[] bytes)
    {
        if (context.Request.Headers.IfModifiedSince == Changed)
            return StatusAsync(context, StatusCodes.Status304NotModified);
        context.Response.Headers.LastModified = Changed;
        return SendAsync(context, bytes);
    }

    private static Task NextAsync(HttpContext context, string path)
    {
        var left = int.Parse(path["/redirect/".Length..], System.Globalization.CultureInfo.InvariantCulture);
        return RedirectAsync(context, left == 1 ? "/query.jsonl" : $"{left - 1}");
    }

    private static Task RedirectAsync(HttpContext context, string? target)
    {
        if (target is not null)
            context.Response.Headers.Location = target;
        return StatusAsync(context, StatusCodes.Status302Found);
    }

    private static Task StatusAsync(HttpContext context, int code)
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, byte[] bytes, string? coding = null, string? type = null)
    {
        if (coding is not null)
            context.Response.Headers.ContentEncoding = coding;
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task BreakOffAsync(HttpContext context, byte[] bytes)
    {
        context.Response.ContentLength = bytes.Length + 1;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        var bytes = new byte[64 * 1_024];
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task SlowAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(50, context.RequestAborted);
        }
    }

    private static byte[] Bomb() =>
        Packed(new byte[100_000_000], into => new GZipStream(into, CompressionLevel.Fastest));

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        var packed = new MemoryStream();
        using (var stream = pack(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
