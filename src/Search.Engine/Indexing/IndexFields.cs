namespace Search.Engine.Indexing;

/// <summary>
/// The names of all fields in the index, for writer and reader alike. A record is a block of documents that lie side by
/// side: its head (the talk, or the interview without its questions), then one document a passage.
/// </summary>
internal static class IndexFields
{
    /// <summary>Term, on every document of a block: the record's id. Updating and deleting go by it.</summary>
    public const string Record = "record";

    /// <summary>Number: 0 for a head, N for the Nth passage behind it (its place, not its number). A document minus its part is its head.</summary>
    public const string Part = "part";

    /// <summary>Number: <see cref="Documents.RecordKind"/>.</summary>
    public const string Kind = "kind";

    /// <summary>Number: the first day that the record's date can mean, as yyyymmdd; 0 without a date.</summary>
    public const string Date = "date";

    /// <summary>Number: 0 for a record that is a work of its own, else a hash of the work's id. Changed in place.</summary>
    public const string Work = "work";

    /// <summary>Bytes, heads only: the record's id.</summary>
    public const string Id = "id";

    /// <summary>Bytes: what a hit shows (<see cref="StoredForm"/>). Of a head the record without its questions, of a passage its question.</summary>
    public const string Stored = "stored";

    /// <summary>Number, heads only: hash of the whole record as it is stored.</summary>
    public const string Hash = "hash";

    /// <summary>Term on every document, bytes on heads: the source that owns the record.</summary>
    public const string Source = "source";

    /// <summary>Term, heads only: hash of the normalised title by which works are found.</summary>
    public const string TitleKey = "titleKey";

    /// <summary>Term, heads of interviews only: the id of the talk that the interview names as its own.</summary>
    public const string TalkId = "talkId";

    /// <summary>Ordinal, heads only: the title as it is sorted by.</summary>
    public const string TitleOrder = "titleOrder";

    /// <summary>Words, stemmed: everything searchable of the document.</summary>
    public const string All = "all";

    /// <summary>Words, unstemmed: the exact twin of <see cref="All"/>.</summary>
    public const string AllExact = "allExact";

    /// <summary>Words, stemmed: the title; of a passage the question and the interview's title.</summary>
    public const string Title = "title";

    /// <summary>Words, unstemmed: the exact twin of <see cref="Title"/>.</summary>
    public const string TitleExact = "titleExact";

    /// <summary>Words, unstemmed: the names of the speakers.</summary>
    public const string SpeakerWords = "speakerWords";

    /// <summary>Words, unstemmed: the topics.</summary>
    public const string TopicWords = "topicWords";

    /// <summary>Words, unstemmed: the event.</summary>
    public const string EventWords = "eventWords";

    /// <summary>Terms: whole values, for filters.</summary>
    public static readonly ValueField Topic = new("topic", "topicFolded");

    /// <inheritdoc cref="Topic"/>
    public static readonly ValueField Speaker = new("speaker", "speakerFolded");

    /// <inheritdoc cref="Topic"/>
    public static readonly ValueField Event = new("event", "eventFolded");

    /// <inheritdoc cref="Topic"/>
    public static readonly ValueField Language = new("language", "languageFolded");
}

/// <summary>A field that records are filtered by.</summary>
/// <param name="Exact">The values as they stand in the records.</param>
/// <param name="Folded">The same without case and accents (<see cref="FoldedText"/>).</param>
internal sealed record ValueField(string Exact, string Folded);
