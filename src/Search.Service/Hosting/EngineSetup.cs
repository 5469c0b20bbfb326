using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Synonyms;
using Search.Service.Api;
using Search.Service.Parameters;
using Search.Service.SearchBox;
using Search.Service.Settings;
using Search.Service.Writing;

namespace Search.Service.Hosting;

/// <summary>The engine, what keeps it current, and what stands between it and HTTP.</summary>
internal static class EngineSetup
{
    public static void AddSearchEngine(this IServiceCollection services)
    {
        services.AddSingleton(provider => new IndexOptions
        {
            Path = DataPaths.Resolve(provider.GetRequiredService<IOptions<SearchSettings>>().Value.Index.Path),
        });
        services.AddSingleton(provider =>
        {
            var path = provider.GetRequiredService<IOptions<SearchSettings>>().Value.Synonyms.Path;
            return new SynonymOptions { Path = string.IsNullOrWhiteSpace(path) ? null : DataPaths.Resolve(path) };
        });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SearchEngine>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<SampleIndex>();
        services.AddSingleton<ReadyMessage>();
        services.AddHostedService<IndexFollower>();
        services.AddSingleton<RebuildProgress>();
        services.AddHostedService<IndexKeeper>();
        services.AddSingleton<WritingSwitch>();
        services.AddSingleton<WriteQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<WriteQueue>());
        services.AddHostedService<CorpusWatch>();

        services.AddSingleton<RequestValues>();
        services.AddSingleton<SearchInputReader>();
        services.AddSingleton<SuggestInputReader>();
        services.AddSingleton<SearchRunner>();
        services.AddSingleton<AnswerTag>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PageLinks>();
        services.AddSingleton<BoxFiles>();
    }
}
