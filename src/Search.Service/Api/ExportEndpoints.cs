using System.Buffers;
using Search.Engine.Searching;
using Search.Service.Access;
using Search.Service.OpenApi;

namespace Search.Service.Api;

/// <summary><c>/v1/export</c>: all records as JSON Lines.</summary>
/// <remarks>Open as long as there is no key at all; then it takes an admin's.</remarks>
internal static class ExportEndpoints
{
    private const int FlushBytes = 64 * 1024;

    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/v1/export", Methods.Read, Export).Needs(AccessNeed.ReadAll).DescribeExport();

    private static async Task Export(HttpContext context, SearchEngine engine)
    {
        // Whoever mirrors one source asks for its records alone.
        string? source = context.Request.Query["source"];
        using var lines = engine.Export(source, context.RequestAborted).GetEnumerator();
        // The first line is asked for before anything is sent, so that a missing index is still a proper problem.
        var hasLine = lines.MoveNext();
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"records.jsonl\"";
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var body = context.Response.BodyWriter;
        for (; hasLine; hasLine = lines.MoveNext())
        {
            body.Write(lines.Current.Span);
            body.Write("\n"u8);
            if (body.UnflushedBytes >= FlushBytes)
                await body.FlushAsync(context.RequestAborted);
        }
        await body.FlushAsync(context.RequestAborted);
    }
}
