using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Sources;
using Search.Engine.Watching;
using Search.Service.Settings;
using Search.Service.Writing;

namespace Search.Service.Hosting;

/// <summary>Keeps the index like the corpus folder while the service runs, when <c>Search:Corpus:Watch</c> is on.</summary>
internal sealed partial class CorpusWatch(
    SearchEngine engine,
    IndexOptions index,
    WritingSwitch writing,
    WriteQueue queue,
    IOptions<SearchSettings> settings,
    ILogger<CorpusWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var corpus = settings.Value.Corpus;
        if (!corpus.Watch)
            return Task.CompletedTask;
        var source = new WatchedSource(DataPaths.Resolve(corpus.Path), corpus.Path);
        var watch = new SourceWatch([source], new ImportOptions(), Import, Tell);
        return Task.Run(() => FollowAsync(watch, source, stoppingToken), stoppingToken);
    }

    private async Task FollowAsync(SourceWatch watch, WatchedSource source, CancellationToken stoppingToken)
    {
        LogWatching(source.Path);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                watch.Run(stoppingToken);
            }
            // An index that is damaged may be mended, and what is not foreseen must not end the watch for good.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
                await Task.Delay(PauseAfterFailure, stoppingToken);
            }
        }
    }

    private ImportSummary Import(
        string source,
        IEnumerable<ImportItem> items,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        if (writing.IsOn)
            return ImportByQueue(session => session.Import(source, items, options, null, cancellationToken));
        using var session = new IndexSession(index, "search-service");
        var summary = session.Import(source, items, options, null, cancellationToken);
        engine.Refresh();
        return summary;
    }

    // While writing is on the queue holds the writer. The watch has a thread of its own, which may wait.
    private ImportSummary ImportByQueue(Func<IndexSession, ImportSummary> import)
    {
        try
        {
            return queue.RunAsync(import).GetAwaiter().GetResult();
        }
        catch (WritesBusyException busy)
        {
            // The watch takes this for something that passes, and tries again.
            throw new IOException(busy.Message, busy);
        }
    }

    private void Tell(WatchNews news)
    {
        foreach (var refused in news.Summary?.Refused ?? [])
            LogRefused(refused.Position, refused.Reason);
        if (news.Trouble is null)
            LogImported(news);
        else
            LogTrouble(news);
    }

    [LoggerMessage(EventName = "CorpusWatched", Level = LogLevel.Information, Message = "Watching {Folder}")]
    private partial void LogWatching(string folder);

    [LoggerMessage(EventName = "CorpusImported", Level = LogLevel.Information, Message = "{Import}")]
    private partial void LogImported(WatchNews import);

    [LoggerMessage(EventName = "CorpusTrouble", Level = LogLevel.Warning, Message = "{Trouble}")]
    private partial void LogTrouble(WatchNews trouble);

    [LoggerMessage(
        EventName = "CorpusRecordRefused",
        Level = LogLevel.Warning,
        Message = "{Position} was left out: {Reason}"
    )]
    private partial void LogRefused(SourcePosition position, string reason);

    [LoggerMessage(
        EventName = "CorpusWatchFailed",
        Level = LogLevel.Error,
        Message = "The corpus could not be followed"
    )]
    private partial void LogFailed(Exception exception);
}
