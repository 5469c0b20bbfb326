using System.Diagnostics;
using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Sources;
using Search.Service.Settings;

namespace Search.Service.Hosting;

/// <summary>Makes the first index of the sample collection, so that a fresh copy has something to find.</summary>
internal sealed partial class SampleIndex(
    SearchEngine engine,
    IndexOptions index,
    IOptions<SearchSettings> settings,
    Readiness readiness,
    ILogger<SampleIndex> logger
)
{
    private readonly string folder = DataPaths.Resolve(settings.Value.Corpus.Path);
    private readonly bool isWatched = settings.Value.Corpus.Watch;

    /// <summary>Does nothing when there is an index, be it damaged, or no sample, or when the folder is watched anyway.</summary>
    public void BuildWhenMissing(CancellationToken cancellationToken)
    {
        if (isWatched)
            return;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : [];
        if (engine.State.Availability != IndexAvailability.Missing || files.Length == 0)
            return;
        readiness.WhyNot = "The index of the sample collection is being built.";
        try
        {
            Build(files, cancellationToken);
        }
        catch (Exception exception)
            when (exception
                    is IndexLockedException
                        or IndexUnavailableException
                        or SourceException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            LogSampleNotBuilt(exception.Message);
        }
    }

    private void Build(string[] files, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var session = new IndexSession(index, "search-service");
        var items = files.Order(StringComparer.Ordinal).SelectMany(file => Read(file, cancellationToken));
        var summary = session.Import(ImportOptions.SampleSource, items, new ImportOptions(), null, cancellationToken);
        engine.Refresh();
        var elapsedMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        LogSampleBuilt(summary.Added, folder, elapsedMs);
        foreach (var refused in summary.Refused)
            LogRecordRefused(refused.Position, refused.Reason);
    }

    private static IEnumerable<ImportItem> Read(string file, CancellationToken cancellationToken) =>
        Importers.Read(file, SourceFiles.Find(file, ImportOptions.SampleSource), "jsonl", cancellationToken);

    [LoggerMessage(
        EventName = "SampleBuilt",
        Level = LogLevel.Information,
        Message = "Built the index of the sample collection: {RecordCount} records of {Folder} in {ElapsedMs:0} ms"
    )]
    private partial void LogSampleBuilt(int recordCount, string folder, double elapsedMs);

    [LoggerMessage(
        EventName = "SampleNotBuilt",
        Level = LogLevel.Error,
        Message = "The index of the sample collection could not be built. {Reason}"
    )]
    private partial void LogSampleNotBuilt(string reason);

    [LoggerMessage(
        EventName = "SampleRecordRefused",
        Level = LogLevel.Warning,
        Message = "{Position} was left out: {Reason}"
    )]
    private partial void LogRecordRefused(SourcePosition position, string reason);
}
