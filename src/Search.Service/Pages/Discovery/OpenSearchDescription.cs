namespace Search.Service.Pages.Discovery;

/// <summary>Tells browsers how to search here from their address bar (OpenSearch 1.1).</summary>
/// <param name="site">Where it leads.</param>
internal sealed class OpenSearchDescription(Site site)
{
    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    // The format allows no longer names.
    private const int LongestShortName = 16;
    private const int LongestLongName = 48;

    public XmlAnswer ToAnswer() =>
        new(
            "application/opensearchdescription+xml",
            xml =>
            {
                xml.WriteStartElement("OpenSearchDescription", Namespace);
                var title = XmlAnswer.Clean(site.Title);
                xml.WriteElementString("ShortName", Namespace, Cut(title, LongestShortName));
                xml.WriteElementString("LongName", Namespace, Cut(title, LongestLongName));
                xml.WriteElementString("Description", Namespace, "Search talks and interviews");
                xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
                xml.WriteElementString("OutputEncoding", Namespace, "UTF-8");
                WriteUrl("text/html", "/search?q={searchTerms}", "results");
                WriteUrl("application/x-suggestions+json", "/opensearch/suggestions?q={searchTerms}", "suggestions");
                WriteUrl("application/atom+xml", "/feed?q={searchTerms}&page={startPage?}", "results");
                WriteUrl("application/opensearchdescription+xml", "/opensearch.xml", "self");
                xml.WriteEndElement();

                void WriteUrl(string type, string template, string relation)
                {
                    xml.WriteStartElement("Url", Namespace);
                    xml.WriteAttributeString("type", type);
                    xml.WriteAttributeString("rel", relation);
                    xml.WriteAttributeString("template", site.Absolute(site.Path(template)));
                    xml.WriteEndElement();
                }
            }
        );

    private static string Cut(string title, int most) => title.Length <= most ? title : $"{title[..(most - 1)]}…";
}
