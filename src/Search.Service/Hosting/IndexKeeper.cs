using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Writing;

namespace Search.Service.Hosting;

/// <summary>
/// Looks after the index beside the searches: reads each generation that comes to be served against its checksums, and
/// rebuilds one that was written with other rules for words.
/// </summary>
internal sealed partial class IndexKeeper(
    SearchEngine engine,
    IndexOptions index,
    WriteQueue queue,
    Readiness readiness,
    RebuildProgress progress,
    ILogger<IndexKeeper> logger
) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(30);

    // Searches have the other cores.
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);

    private string? verified;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.WhyNot is not null || engine.State.Generation is not { } generation)
                continue;
            if (generation != verified)
                Verify(generation, stoppingToken);
            if (engine.ShouldRebuild && readiness.Damage is null && !await TryRebuildAsync(stoppingToken))
                await Task.Delay(RetryInterval, stoppingToken);
        }
    }

    private void Verify(string generation, CancellationToken stoppingToken)
    {
        verified = generation;
        readiness.Damage = null;
        try
        {
            var damage = IndexCheck.Checksums(index, stoppingToken);
            foreach (var fault in damage)
                LogDamage(fault);
            if (damage.Count > 0)
                readiness.Damage = "A file of the index is damaged. search-indexer check names it, rollback may help.";
        }
        catch (Exception e) when (e is IndexUnavailableException or IOException or UnauthorizedAccessException)
        {
            LogDamage(e.Message);
        }
    }

    private async Task<bool> TryRebuildAsync(CancellationToken stoppingToken)
    {
        try
        {
            LogRebuilding();
            var summary = queue.HoldsLock ? await RebuildInQueueAsync(stoppingToken) : RebuildAlone(stoppingToken);
            engine.Refresh();
            LogRebuilt(summary.To, summary.Records);
            return true;
        }
        // The older generation goes on, and the next try may succeed.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotRebuilt(e.Message);
            return false;
        }
        finally
        {
            progress.Running = null;
        }
    }

    private RebuildSummary RebuildAlone(CancellationToken stoppingToken)
    {
        using var session = new IndexSession(index, "search-service, which rebuilds the index");
        return session.Rebuild(rebuild => progress.Running = rebuild, Threads, stoppingToken);
    }

    // Writes go on in between: the session notes what they touch.
    private async Task<RebuildSummary> RebuildInQueueAsync(CancellationToken stoppingToken)
    {
        var rebuild = await queue.RunAsync(session => session.StartRebuild());
        try
        {
            progress.Running = rebuild;
            await Task.Run(() => rebuild.Copy(Threads, stoppingToken), stoppingToken);
            return await queue.RunAsync(session => session.Finish(rebuild));
        }
        catch
        {
            await queue.RunAsync(session =>
            {
                session.Abandon(rebuild);
                return true;
            });
            throw;
        }
    }

    [LoggerMessage(EventName = "IndexDamaged", Level = LogLevel.Error, Message = "The index is damaged: {Damage}")]
    private partial void LogDamage(string damage);

    [LoggerMessage(
        EventName = "IndexRebuilding",
        Level = LogLevel.Information,
        Message = "The index was written with other rules for words; it is rebuilt while it is served"
    )]
    private partial void LogRebuilding();

    [LoggerMessage(
        EventName = "IndexRebuilt",
        Level = LogLevel.Information,
        Message = "Rebuilt the index as {Generation} with {RecordCount} records"
    )]
    private partial void LogRebuilt(string generation, int recordCount);

    [LoggerMessage(
        EventName = "IndexNotRebuilt",
        Level = LogLevel.Warning,
        Message = "The index is not rebuilt. {Reason}"
    )]
    private partial void LogNotRebuilt(string reason);
}
