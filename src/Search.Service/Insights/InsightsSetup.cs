using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Insights;
using Search.Service.Settings;

namespace Search.Service.Insights;

/// <summary>Registers what counts queries and shows the counts.</summary>
internal static class InsightsSetup
{
    public static void AddInsights(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
        {
            var settings = provider.GetRequiredService<IOptions<SearchSettings>>().Value.Statistics;
            var path = provider.GetRequiredService<IndexOptions>().Path;
            return new StatisticsOptions(path, settings.KeptDays, settings.QueriesPerDay);
        });
        services.AddSingleton<QueryStatistics>();
        services.AddSingleton<QueryRecorder>();
        services.AddSingleton<InsightsReport>();
        services.AddSingleton<AdminPage>();
        services.AddHostedService<StatisticsKeeper>();
    }
}
