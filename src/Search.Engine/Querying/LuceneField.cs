namespace Search.Engine.Querying;

/// <summary>What values a field has.</summary>
internal enum LuceneFieldKind
{
    /// <summary>Words of a text.</summary>
    Words,

    /// <summary>Whole ids.</summary>
    Id,

    /// <summary>A name of a kind of record.</summary>
    Kind,

    /// <summary>Years, and ranges of them.</summary>
    Year,

    /// <summary>Days, months and years, and ranges of them.</summary>
    Date,

    /// <summary>A language tag.</summary>
    Language,
}

/// <summary>A field that a query in Lucene's language can name.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="Words">Where its words are looked for.</param>
internal sealed record LuceneField(string Name, LuceneFieldKind Kind, QueryField Words = QueryField.All)
{
    /// <summary>Everything searchable; what stands without a field.</summary>
    public static readonly LuceneField Text = new("text", LuceneFieldKind.Words);

    private static readonly LuceneField[] All =
    [
        Text,
        new("title", LuceneFieldKind.Words, QueryField.Title),
        new("speaker", LuceneFieldKind.Words, QueryField.Speaker),
        new("topic", LuceneFieldKind.Words, QueryField.Topic),
        new("event", LuceneFieldKind.Words, QueryField.Event),
        new("kind", LuceneFieldKind.Kind),
        new("year", LuceneFieldKind.Year),
        new("date", LuceneFieldKind.Date),
        new("language", LuceneFieldKind.Language),
        new("id", LuceneFieldKind.Id),
    ];

    /// <summary>Those that can be named.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(field => field.Name)];

    /// <summary>The field of a name, whatever its case; null when there is none.</summary>
    public static LuceneField? Find(string name) =>
        Array.Find(All, field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether <c>[… TO …]</c> makes sense.</summary>
    public bool HasRanges => Kind is LuceneFieldKind.Year or LuceneFieldKind.Date;

    /// <summary>Whether prefixes and wildcards make sense.</summary>
    public bool HasWildcards => Kind is LuceneFieldKind.Words or LuceneFieldKind.Id;

    /// <summary>Whether misspelt values make sense.</summary>
    public bool HasFuzzyWords => Kind is LuceneFieldKind.Words;
}
