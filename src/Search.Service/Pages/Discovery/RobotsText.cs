namespace Search.Service.Pages.Discovery;

/// <summary>What crawlers may read.</summary>
internal static class RobotsText
{
    /// <summary>
    /// Records, speakers and topics; not the endless ways to filter and sort them, and not the API. Records as they were
    /// found by a search have the record's own address as their canonical one, and need not be read again.
    /// </summary>
    public static string Of(Site site) =>
        $"""
            User-agent: *
            Disallow: {site.Path("/search")}
            Disallow: {site.Path("/feed")}
            Disallow: {site.Path("/opensearch/")}
            Disallow: {site.Path("/v1/")}
            Disallow: {site.Path("/documents/*?")}
            Sitemap: {site.Absolute(site.Path("/sitemap.xml"))}

            """;
}
