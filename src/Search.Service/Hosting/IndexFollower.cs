using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Settings;
using Search.Service.Writing;

namespace Search.Service.Hosting;

/// <summary>
/// Opens the index, warms it up, and follows what other programs commit to it; an index that appears or is mended later
/// is served without a restart.
/// </summary>
internal sealed partial class IndexFollower(
    SearchEngine engine,
    SampleIndex sample,
    Readiness readiness,
    ReadyMessage readyMessage,
    WritingSwitch writing,
    IOptions<SearchSettings> settings,
    ILogger<IndexFollower> logger
) : BackgroundService
{
    private string? lastTrouble;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Look(sample.BuildWhenMissing, stoppingToken);
        writing.Begin();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(settings.Value.Index.RefreshMilliseconds));
        do
        {
            var wasReady = readiness.WhyNot is null;
            Look(Follow, stoppingToken);
            if (!wasReady && readiness.WhyNot is null)
                await readyMessage.WriteAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Look(Action<CancellationToken> look, CancellationToken stoppingToken)
    {
        try
        {
            look(stoppingToken);
        }
        // Whatever went wrong with this look, the next one may succeed; searches go on from what is open.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Report(exception.ToString());
        }
    }

    private void Follow(CancellationToken stoppingToken)
    {
        engine.Refresh();
        var state = engine.State;
        // An index that was open once goes on answering, whatever happens to its files.
        if (readiness.WhyNot is null)
            return;
        if (state.Availability != IndexAvailability.Ready)
        {
            readiness.WhyNot = IndexMessage.ForUsers(state);
            // Of what is damaged the engine itself tells the log.
            if (state.Availability == IndexAvailability.Missing)
                Report(state.Message);
            return;
        }
        WarmUp.Run(engine, stoppingToken);
        lastTrouble = null;
        readiness.WhyNot = null;
    }

    private void Report(string trouble)
    {
        if (trouble == lastTrouble)
            return;
        lastTrouble = trouble;
        LogTrouble(trouble);
    }

    [LoggerMessage(EventName = "NotReady", Level = LogLevel.Warning, Message = "Search is not ready. {Trouble}")]
    private partial void LogTrouble(string trouble);
}
