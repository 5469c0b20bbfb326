using Search.Engine.Searching;

namespace Search.Service.Hosting;

/// <summary>Searches for what the collection holds, so that the first users do not wait for compilers and cold files.</summary>
internal static class WarmUp
{
    private const int Rounds = 3;

    public static void Run(SearchEngine engine, CancellationToken cancellationToken)
    {
        engine.BeginSuggestions();
        var facets = Enum.GetValues<FacetField>();
        var newest = engine.Search(new SearchRequest { Facets = facets }, cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var hit in newest.Hits)
            {
                engine.Search(new SearchRequest { Query = hit.Record.Title, Facets = facets }, cancellationToken);
                engine.Search(
                    new SearchRequest { Query = hit.Record.Title, Group = HitGroup.Answer },
                    cancellationToken
                );
            }
        }
    }
}
