using System.Collections.Frozen;
using Search.Engine.Sources;

namespace Search.Indexer.Fetching;

/// <summary>The format of what an address gave: by its content and name, and where these say nothing, by its content type.</summary>
internal static class ContentTypes
{
    // To how the names of such files end, so that a new format needs no line here.
    private static readonly FrozenDictionary<string, string> Extensions = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["application/x-ndjson"] = ".ndjson",
        ["application/ndjson"] = ".ndjson",
        ["application/jsonl"] = ".jsonl",
        ["application/jsonlines"] = ".jsonl",
        ["application/x-jsonlines"] = ".jsonl",
        ["text/csv"] = ".csv",
        ["text/tab-separated-values"] = ".tsv",
        ["text/markdown"] = ".md",
        ["text/html"] = ".html",
        ["application/xhtml+xml"] = ".html",
        ["text/vtt"] = ".vtt",
        ["application/x-subrip"] = ".srt",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a format; null when neither says anything.</summary>
    public static string? FormatOf(Uri address, FetchedFile file)
    {
        // A query behind the name would hide how the name ends.
        var named = new SourceFile(address.GetLeftPart(UriPartial.Path), file.Open);
        if (Importers.Choose(named, format: null).Importer is { } recognised)
            return recognised.Format;
        if (file.ContentType is not { } type || !Extensions.TryGetValue(type, out var extension))
            return null;
        return Importers.All.FirstOrDefault(importer => importer.Extensions.Contains(extension))?.Format;
    }
}
