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
    public WriteSettings Write { get; set; } = new();
    public RateLimitSettings RateLimit { get; set; } = new();
    public LogSettings Log { get; set; } = new();
    public StatisticsSettings Statistics { get; set; } = new();
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

    /// <summary>
    /// Keep the index like the folder: all files in it of any format that is known, whatever changes, and under the name
    /// <see cref="Path"/> instead of that of the sample, which gives way to other sources.
    /// </summary>
    public bool Watch { get; set; }
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

    /// <summary>How long one search may take; then what was found so far is the answer, with <c>partial</c>.</summary>
    [Range(1, 600_000, ErrorMessage = "must be 1 to 600000 milliseconds.")]
    public int TimeLimitMilliseconds { get; set; } = 5_000;

    /// <summary>Values that a facet lists, the most frequent first; selected ones are listed beyond it.</summary>
    [Range(1, Engine.Searching.SearchLimits.MaxFacetValues, ErrorMessage = "must be 1 to 10000.")]
    public int FacetLimit { get; set; } = 100;
}

/// <summary>Writing over HTTP: how much may wait, and how large it may be.</summary>
internal sealed class WriteSettings
{
    /// <summary>Requests that may wait for a commit; further ones are answered with 503.</summary>
    [Range(1, 100_000, ErrorMessage = "must be 1 to 100000.")]
    public int QueueLength { get; set; } = 1_000;

    /// <summary>Memory that they may hold together. One request alone may have more.</summary>
    [Range(1_024, 2_147_483_647, ErrorMessage = "must be 1024 to 2147483647 bytes.")]
    public int QueueBytes { get; set; } = 67_108_864;

    /// <summary>The largest record: the body of PUT and PATCH, or a line.</summary>
    [Range(1_024, 67_108_864, ErrorMessage = "must be 1024 to 67108864 bytes.")]
    public int MaxRecordBytes { get; set; } = 4_194_304;

    /// <summary>The largest body of POST with an <c>Idempotency-Key</c>, which is taken as a whole. Without one there is no limit.</summary>
    [Range(1_024, 268_435_456, ErrorMessage = "must be 1024 to 268435456 bytes.")]
    public int MaxBatchBytes { get; set; } = 8_388_608;

    /// <summary>How long the answer to an <c>Idempotency-Key</c> is kept.</summary>
    [Range(1, 720, ErrorMessage = "must be 1 to 720 hours.")]
    public int IdempotencyHours { get; set; } = 24;
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

    /// <summary>The longest address of a request, in bytes; a longer one is answered with 414.</summary>
    [Range(1_024, 65_536, ErrorMessage = "must be 1024 to 65536 bytes.")]
    public int MaxTargetBytes { get; set; } = 16_384;

    /// <summary>All headers of a request together; with more it is answered with 431.</summary>
    [Range(1_024, 1_048_576, ErrorMessage = "must be 1024 to 1048576 bytes.")]
    public int MaxHeaderBytes { get; set; } = 32_768;

    /// <summary>How long a client may take to send its headers.</summary>
    [Range(1, 600, ErrorMessage = "must be 1 to 600 seconds.")]
    public int HeaderSeconds { get; set; } = 15;

    /// <summary>How fast a body must come after its first five seconds, and an answer be taken; slower clients are cut off.</summary>
    [Range(1, 1_000_000, ErrorMessage = "must be 1 to 1000000.")]
    public int MinBytesPerSecond { get; set; } = 240;

    /// <summary>Connections at one time; further ones are closed at once.</summary>
    [Range(1, 1_000_000, ErrorMessage = "must be 1 to 1000000.")]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>Sites whose scripts may read with a key once reading is closed, and may write with one; separated by commas.</summary>
    [Origins(ErrorMessage = "must be origins such as https://talks.example.org, separated by commas.")]
    public string? AllowedOrigins { get; set; }

    /// <summary>Proxies that are believed when they say who the visitor is: addresses or networks, separated by commas.</summary>
    [Networks(ErrorMessage = "must be addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas.")]
    public string? TrustedProxies { get; set; }
}

/// <summary>How many requests callers may make. Admins may make any number.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Requests without a key from one address in a window; 0 for any number.</summary>
    [Range(0, 1_000_000, ErrorMessage = "must be 0 to 1000000.")]
    public int PerAddress { get; set; }

    /// <summary>Requests with one search key in a window; 0 for any number.</summary>
    [Range(0, 1_000_000_000, ErrorMessage = "must be 0 to 1000000000.")]
    public int PerKey { get; set; }

    /// <summary>How long a window is.</summary>
    [Range(1, 86_400, ErrorMessage = "must be 1 to 86400 seconds.")]
    public int WindowSeconds { get; set; } = 60;
}

/// <summary>What the service says about itself, beside the levels under <c>Serilog:MinimumLevel</c>.</summary>
internal sealed class LogSettings
{
    /// <summary><c>text</c> for people; <c>json</c> for programs: one compact object a line, on the console and in the file.</summary>
    [AllowedValues("text", "json", ErrorMessage = "must be text or json.")]
    public string Format { get; set; } = "text";

    /// <summary>
    /// Also write to this file; a new one begins each day and when one is full, with the day put before the ending. Null
    /// means none; a relative path starts where <see cref="Engine.Indexing.DataPaths"/> says.
    /// </summary>
    public string? File { get; set; }

    /// <summary>How many files are kept; older ones are deleted.</summary>
    [Range(1, 10_000, ErrorMessage = "must be 1 to 10000.")]
    public int KeptFiles { get; set; } = 14;

    /// <summary>When a file is full, in MiB.</summary>
    [Range(1, 10_000, ErrorMessage = "must be 1 to 10000 MiB.")]
    public int FileMegabytes { get; set; } = 100;
}

/// <summary>What is counted of the queries that people ask. Nothing is kept about who asks.</summary>
internal sealed class StatisticsSettings
{
    /// <summary>False counts no query at all, and leaves queries out of the log.</summary>
    public bool Queries { get; set; } = true;

    /// <summary>How many days are kept, today included.</summary>
    [Range(1, 3_650, ErrorMessage = "must be 1 to 3650 days.")]
    public int KeptDays { get; set; } = 90;

    /// <summary>How many different queries are kept of a day; the rarest go first.</summary>
    [Range(1, 100_000, ErrorMessage = "must be 1 to 100000.")]
    public int QueriesPerDay { get; set; } = 2_000;
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
