using Search.Engine.Documents;
using Search.Engine.Searching;

namespace Search.Service.Pages.Discovery;

/// <summary>The pages that are worth a visit by themselves: the first one, topics, speakers and all records.</summary>
internal static class SiteAddresses
{
    /// <summary>Always in the same order for the same collection; topics and speakers as far as a facet goes.</summary>
    public static IEnumerable<string> Of(Site site, SearchEngine engine, CancellationToken cancellationToken)
    {
        var names = engine.Search(
            new SearchRequest
            {
                HitsPerPage = 1,
                Facets = [FacetField.Topic, FacetField.Speaker],
                FacetLimit = SearchLimits.MaxFacetValues,
            },
            cancellationToken
        );
        // Ids are read as they are asked for: there may be a million.
        return Values(FacetField.Topic)
            .Select(site.Topic)
            .Prepend(site.Home)
            .Concat(Values(FacetField.Speaker).Where(SpeakerName.IsSomebody).Select(site.Speaker))
            .Concat(engine.Ids(cancellationToken).Select(site.Document));

        IEnumerable<string> Values(FacetField field) =>
            names.Facets.Single(facet => facet.Field == field).Values.Select(value => value.Value);
    }
}
