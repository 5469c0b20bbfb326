using System.ComponentModel.DataAnnotations;

namespace Search.Service.Settings;

/// <summary>
/// The settings under <c>Search:</c>, from <c>appsettings.json</c>, the environment (<c>Search__Index__Path</c>) or
/// arguments (<c>--Search:Index:Path=…</c>). The message of an attribute is the end of a sentence that begins with the
/// setting's name.
/// </summary>
internal sealed class SearchSettings
{
    public const string Section = "Search";

    /// <summary>Where users reach this service, with the path it is mounted at, when it stands behind a proxy; null when not.</summary>
    [HttpAddress(ErrorMessage = "must be a web address such as https://talks.example.org/search.")]
    public string? PublicUrl { get; set; }

    public IndexSettings Index { get; set; } = new();
    public CorpusSettings Corpus { get; set; } = new();
    public SynonymSettings Synonyms { get; set; } = new();
    public QuerySettings Query { get; set; } = new();
    public HttpSettings Http { get; set; } = new();
    public PageSettings Pages { get; set; } = new();
}

/// <summary>The index that is served.</summary>
internal sealed class IndexSettings
{
    /// <summary>Its folder; a relative path starts where <see cref="Engine.Indexing.DataPaths"/> says.</summary>
    [Required(ErrorMessage = "must name a folder.")]
    public string Path { get; set; } = "index-data/index";

    /// <summary>How often to look for what other programs committed. Shorter is fresher; a look costs some file reads.</summary>
    [Range(50, 60_000, ErrorMessage = "must be 50 to 60000 milliseconds.")]
    public int RefreshMilliseconds { get; set; } = 500;
}

/// <summary>The sample collection.</summary>
internal sealed class CorpusSettings
{
    /// <summary>The folder whose <c>.jsonl</c> files become the first index when there is none.</summary>
    [Required(ErrorMessage = "must name a folder.")]
    public string Path { get; set; } = "index-data/corpus";
}

/// <summary>Words that mean the same.</summary>
internal sealed class SynonymSettings
{
    /// <summary>
    /// A synonym file, read again whenever it changes. Null means <c>synonyms.txt</c> in the folder of the index, and the
    /// built-in list as long as there is none; an empty file switches synonyms off.
    /// </summary>
    public string? Path { get; set; }
}

/// <summary>What is taken of a query, the rest being dropped with a warning, and how much is listed beside its hits.</summary>
internal sealed class QuerySettings
{
    /// <summary>In UTF-16 units.</summary>
    [Range(1, 100_000, ErrorMessage = "must be 1 to 100000.")]
    public int MaxCharacters { get; set; } = 500;

    /// <summary>Words between white space.</summary>
    [Range(1, Engine.Searching.SearchLimits.MaxWords, ErrorMessage = "must be 1 to 1024.")]
    public int MaxWords { get; set; } = 32;

    /// <summary>Values that a facet lists, the most frequent first; selected ones are listed beyond it.</summary>
    [Range(1, Engine.Searching.SearchLimits.MaxFacetValues, ErrorMessage = "must be 1 to 10000.")]
    public int FacetLimit { get; set; } = 100;
}

/// <summary>Limits and caching at the edge.</summary>
internal sealed class HttpSettings
{
    /// <summary>The largest body of a search request; a longer one is answered with 413.</summary>
    [Range(1_024, 1_073_741_824, ErrorMessage = "must be 1024 to 1073741824 bytes.")]
    public int MaxBodyBytes { get; set; } = 1_048_576;

    /// <summary>
    /// How long browsers and proxies may reuse an answer without asking. At 0 they ask each time, and get 304 as long as
    /// nothing was committed.
    /// </summary>
    [Range(0, 86_400, ErrorMessage = "must be 0 to 86400 seconds.")]
    public int MaxAgeSeconds { get; set; }
}

/// <summary>The pages for people.</summary>
internal sealed class PageSettings
{
    /// <summary>The name of the whole: in the heading, in windows, feeds and the list of search engines of a browser.</summary>
    [Required(ErrorMessage = "must be a name.")]
    public string Title { get; set; } = "Talk search";
}

/// <summary>An absolute http or https address without query and fragment; null and empty mean none.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null or ""
        || (
            Uri.TryCreate(value as string, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address is { Query: "", Fragment: "" }
        );
}
