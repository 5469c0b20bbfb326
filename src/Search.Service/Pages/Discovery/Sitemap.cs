namespace Search.Service.Pages.Discovery;

/// <summary>
/// The addresses of all pages worth a visit, for search engines (sitemaps.org): one map, or from so many addresses on an
/// index of several.
/// </summary>
/// <param name="site">Where they are.</param>
/// <param name="addresses">All of them, from the path base on, always in the same order.</param>
/// <param name="most">The most addresses of one map; the format allows 50,000.</param>
internal sealed class Sitemap(Site site, IEnumerable<string> addresses, int most = Sitemap.MostAddresses)
{
    public const int MostAddresses = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // The format allows no longer ones.
    private const int LongestAddress = 2_047;

    private IEnumerable<string> Absolute =>
        addresses.Select(address => site.Absolute(address)).Where(address => address.Length <= LongestAddress);

    /// <summary>The map itself, or the index of the maps.</summary>
    public XmlAnswer Whole()
    {
        var count = Absolute.Count();
        if (count <= most)
            return Map(Absolute);
        var maps = Enumerable.Range(1, (count + most - 1) / most);
        return Answer(
            "sitemapindex",
            "sitemap",
            maps.Select(map => site.Absolute(site.Path($"/sitemap.xml?part={map}")))
        );
    }

    /// <summary>One map of several, from 1; null when there is none.</summary>
    public XmlAnswer? Part(int part)
    {
        var first = (part - 1L) * most;
        if (part < 1 || first > int.MaxValue)
            return null;
        var chosen = Absolute.Skip((int)first).Take(most).ToList();
        return chosen.Count == 0 ? null : Map(chosen);
    }

    private static XmlAnswer Map(IEnumerable<string> addresses) => Answer("urlset", "url", addresses);

    private static XmlAnswer Answer(string list, string item, IEnumerable<string> addresses) =>
        new(
            "application/xml",
            xml =>
            {
                xml.WriteStartElement(list, Namespace);
                foreach (var address in addresses)
                {
                    xml.WriteStartElement(item, Namespace);
                    xml.WriteElementString("loc", Namespace, address);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
        );
}
