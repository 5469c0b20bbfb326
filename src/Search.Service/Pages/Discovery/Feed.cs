using System.Xml;
using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Service.Api;
using Search.Service.Pages.Results;

namespace Search.Service.Pages.Discovery;

/// <summary>The hits of a search as an Atom feed (RFC 4287), newest first unless the search says otherwise.</summary>
/// <param name="site">Where it leads.</param>
internal sealed class Feed(Site site)
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    // Atom wants a time; a record without a date must not look new each time the feed is read.
    private const string NoTime = "1970-01-01T00:00:00Z";

    public XmlAnswer Of(TimedAnswer answer)
    {
        var (input, response, _) = answer;
        return new XmlAnswer("application/atom+xml", xml => Write(xml, input.Request, response));
    }

    private void Write(XmlWriter xml, SearchRequest request, SearchResponse response)
    {
        var pages = PageNavigation.Of(request, response.TotalHits, page => Address(request with { Page = page }));
        var records = response.Hits.Select(hit => hit.Record);
        xml.WriteStartElement("feed", Namespace);
        Element(xml, "id", Address(request with { Page = 1 }));
        Element(xml, "title", Title(request));
        Element(
            xml,
            "updated",
            records.Select(record => Time(record.Date)).Append(NoTime).Max(StringComparer.Ordinal)!
        );
        Link(xml, "self", Address(request), "application/atom+xml");
        Link(xml, "alternate", site.Absolute(site.Search(request)), "text/html");
        if (request.Page > 1)
            Link(xml, "previous", pages.Address(request.Page - 1), "application/atom+xml");
        if (request.Page < pages.Last)
            Link(xml, "next", pages.Address(request.Page + 1), "application/atom+xml");
        Author(xml, site.Title);
        foreach (var hit in response.Hits)
            Entry(xml, hit);
        xml.WriteEndElement();
    }

    private void Entry(XmlWriter xml, SearchHit hit)
    {
        var record = hit.Record;
        var passage = hit.Passage?.Passage;
        var address = site.Absolute(site.Document(record.Id));
        if (passage is not null)
            address += $"#{Records.QuestionAnchor.Of(passage)}";
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", address);
        Element(xml, "title", passage?.Question ?? record.Title);
        Element(xml, "updated", Time(record.Date));
        Link(xml, "alternate", address, "text/html");
        foreach (var speaker in record.Speakers)
            Author(xml, speaker);
        foreach (var topic in record.Topics)
            Category(xml, topic);
        var summary = hit.Snippet ?? hit.Passages.Select(found => found.Snippet).FirstOrDefault();
        if (summary is { Text.Length: > 0 })
            Element(xml, "summary", summary.Text);
        xml.WriteEndElement();
    }

    private string Address(SearchRequest request) =>
        site.Absolute(site.Path("/feed" + Parameters.SearchAddress.Of(request)));

    private string Title(SearchRequest request)
    {
        var fields = Parameters.SearchAddress.Fields(request.Filter).Select(field => field.Value);
        var asked = string.Join(", ", fields.Prepend(request.Query).Where(text => text.Length > 0));
        return asked.Length == 0 ? site.Title : $"{asked} – {site.Title}";
    }

    private static string Time(PartialDate? date)
    {
        if (date is not { } known)
            return NoTime;
        var day = known.FirstDay;
        return $"{day / 10_000:0000}-{day / 100 % 100:00}-{day % 100:00}T00:00:00Z";
    }

    private static void Element(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Namespace, XmlAnswer.Clean(text));

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string term)
    {
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", XmlAnswer.Clean(term));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
