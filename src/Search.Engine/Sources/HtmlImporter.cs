using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Search.Engine.Cleaning;

namespace Search.Engine.Sources;

/// <summary>
/// Pages of a site that say in JSON-LD (schema.org) what they hold: an <c>Event</c> or its parts are talks; an
/// <c>FAQPage</c>, a <c>QAPage</c> and an <c>Article</c> whose headings ask are interviews. A page without JSON-LD is an
/// interview when two of its headings ask. Nothing is fetched, no script runs. Ids are SOURCE/TITLE-SLUG.
/// </summary>
public sealed class HtmlImporter : IImporter
{
    private const int MaxLength = 16 * 1_024 * 1_024;

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <summary>By its first tag, or by the name.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var text = sample.Start.AsSpan().TrimStart();
        if (text is not ['<', ..])
            return false;
        return text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || Extensions.Any(end => sample.Path.Contains(end, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (html, fault, note) = WholeFile.ReadText(file, MaxLength, cancellationToken);
        if (fault is not null)
            return [RefusedRecord.OfRest(new(file.Path, 0), $"{fault}; nothing was read from this page")];
        if (HtmlTags.NestsTooDeep(html))
            return [RefusedRecord.OfRest(new(file.Path, 0), "nests elements deeper than pages do")];
        var notes = note is null ? [] : new List<ImportItem> { new SourceNote(new(file.Path, 0), note) };
        return notes.Concat(Items(file, html));
    }

    private static List<ImportItem> Items(SourceFile file, string html)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(
            html
        );
        var page = new HtmlPage(file, document);
        var items = new List<ImportItem>();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var line = script.SourceReference?.Position.Line ?? 1;
            var json = SourceJson.Parse(Encoding.UTF8.GetBytes(PlainJson(script.TextContent)));
            if (json.Root is not null)
                items.AddRange(page.ItemsOf(json.Root, line));
            if (json.Fault is not null)
                items.Add(new SourceNote(new(file.Path, line + json.FaultLine - 1), $"its JSON-LD {json.Fault}"));
        }
        if (items.Exists(item => item is ImportedRecord or RefusedRecord))
            return items;
        items.Add(
            page.InterviewOfText(values: null, line: 1)
                ?? new RefusedRecord(
                    new(file.Path, 1),
                    page.MadeId(),
                    "has no JSON-LD that makes it a talk or an interview, and no headings that ask"
                )
        );
        return items;
    }

    // Some generators wrap JSON-LD in a comment or a CDATA section.
    private static string PlainJson(string script) =>
        script
            .Replace("<!--", "", StringComparison.Ordinal)
            .Replace("-->", "", StringComparison.Ordinal)
            .Replace("//<![CDATA[", "", StringComparison.Ordinal)
            .Replace("//]]>", "", StringComparison.Ordinal)
            .Trim();
}
