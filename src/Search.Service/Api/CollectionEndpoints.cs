using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Hosting;
using Search.Service.OpenApi;

namespace Search.Service.Api;

/// <summary><c>/v1/sources</c> and <c>/v1/stats</c>: what the collection holds and where it came from.</summary>
internal static class CollectionEndpoints
{
    public static void MapCollection(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1/sources", Methods.Read, Sources).DescribeSources();
        routes.MapMethods("/v1/stats", Methods.Read, Stats).DescribeStats();
    }

    private static Results<Ok<SourceList>, StatusCodeHttpResult> Sources(
        HttpContext context,
        SearchEngine engine,
        AnswerTag tag
    ) =>
        tag.IsKnown(context, "sources")
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new SourceList([.. engine.Sources().Select(ToResult)]));

    private static Results<Ok<StatsResult>, StatusCodeHttpResult> Stats(
        HttpContext context,
        SearchEngine engine,
        RebuildProgress progress,
        AnswerTag tag
    )
    {
        var rebuild = progress.Now;
        return tag.IsKnown(context, $"stats {rebuild}")
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(ToResult(engine.Stats(), rebuild));
    }

    private static SourceResult ToResult(SourceSummary source) =>
        new(source.Name, source.Talks, source.Interviews, source.Passages);

    private static StatsResult ToResult(IndexStats stats, RebuildResult? rebuild) =>
        new(
            stats.Talks,
            stats.Interviews,
            stats.Passages,
            stats.Works,
            stats.Version,
            stats.SchemaVersion,
            stats.Generation,
            stats.Segments,
            stats.SizeBytes,
            stats.LastCommit,
            rebuild
        );
}

/// <summary>The sources of the collection.</summary>
/// <param name="Sources">By name.</param>
internal sealed record SourceList(IReadOnlyList<SourceResult> Sources);

/// <summary>What one source owns.</summary>
/// <param name="Name">As it was given when it was indexed.</param>
/// <param name="Talks">Its talks.</param>
/// <param name="Interviews">Its interviews.</param>
/// <param name="Passages">The questions with answers of those interviews.</param>
internal sealed record SourceResult(string Name, int Talks, int Interviews, int Passages);

/// <summary>Counts and versions of what is served.</summary>
/// <param name="Talks">Talks.</param>
/// <param name="Interviews">Interviews.</param>
/// <param name="Passages">Questions with answers.</param>
/// <param name="Works">Works: a talk and the interview about it are one.</param>
/// <param name="Version">Changes whenever an answer could.</param>
/// <param name="SchemaVersion">Of the index on disk: a version, a dot, and a hash of what decides which words it holds.</param>
/// <param name="Generation">The build of the index that is served.</param>
/// <param name="Segments">Parts of the index on disk.</param>
/// <param name="SizeBytes">Bytes on disk.</param>
/// <param name="LastCommit">When something was last written.</param>
/// <param name="Rebuild">How far the index is being rebuilt in the background; null when it is not.</param>
internal sealed record StatsResult(
    int Talks,
    int Interviews,
    int Passages,
    int Works,
    string Version,
    string SchemaVersion,
    string Generation,
    int Segments,
    long SizeBytes,
    DateTimeOffset LastCommit,
    RebuildResult? Rebuild
);

/// <summary>A rebuild that is under way.</summary>
/// <param name="Generation">That is being made.</param>
/// <param name="Copied">Records in it.</param>
/// <param name="Total">Records to copy.</param>
internal sealed record RebuildResult(string Generation, int Copied, int Total);
