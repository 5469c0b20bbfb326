using Search.Engine.Indexing;
using Search.Engine.Insights;

namespace Search.Service.Insights;

/// <summary>Writes the statistics every minute and at the end. When that fails, searches go on and it is tried again.</summary>
internal sealed partial class StatisticsKeeper(QueryStatistics statistics, ILogger<StatisticsKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private string? lastTrouble;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Save(isLast: true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Save(isLast: false);
    }

    private void Save(bool isLast)
    {
        try
        {
            statistics.Save(isLast);
            lastTrouble = null;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or IndexUnavailableException)
        {
            if (exception.Message != lastTrouble)
                LogNotSaved(exception.Message);
            lastTrouble = exception.Message;
        }
    }

    [LoggerMessage(
        EventName = "StatisticsNotSaved",
        Level = LogLevel.Warning,
        Message = "The counts of queries could not be saved; this is tried again. {Reason}"
    )]
    private partial void LogNotSaved(string reason);
}
