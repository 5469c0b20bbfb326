using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Sources;

namespace Search.Tests;

/// <summary>A real index in a temporary folder, filled from a few records.</summary>
public sealed class Collection : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SearchEngine? engine;

    public Collection() => Options = new IndexOptions { Path = folder["index"] };

    public Collection(params IEnumerable<Record> records)
        : this() => Import(records);

    public IndexOptions Options { get; }

    /// <summary>The engine over what has been committed.</summary>
    public SearchEngine Engine
    {
        get
        {
            engine ??= new SearchEngine(Options);
            engine.Refresh();
            return engine;
        }
    }

    public ImportSummary Import(params IEnumerable<Record> records) => Import("test", new ImportOptions(), records);

    public ImportSummary Import(string source, ImportOptions options, params IEnumerable<Record> records) =>
        ImportItems(source, options, Items(records));

    public ImportSummary ImportItems(string source, ImportOptions options, IEnumerable<ImportItem> items)
    {
        using var session = new IndexSession(Options);
        return session.Import(source, items, options, cancellationToken: TestContext.Current.CancellationToken);
    }

    public IReadOnlyList<string> Ids(string query, Func<SearchRequest, SearchRequest>? change = null) =>
        [.. Search(query, change).Hits.Select(HitId)];

    public SearchResponse Search(string query, Func<SearchRequest, SearchRequest>? change = null)
    {
        var request = new SearchRequest { Query = query, HitsPerPage = 100 };
        return Engine.Search(change is null ? request : change(request), TestContext.Current.CancellationToken);
    }

    public static string HitId(SearchHit hit) =>
        hit.Passage is { } passage ? RecordId.OfPassage(hit.Record.Id, passage.Passage.Number) : hit.Record.Id;

    public static IEnumerable<ImportItem> Items(IEnumerable<Record> records) =>
        records.Select((record, index) => new ImportedRecord(new SourcePosition("test.jsonl", index + 1), record));

    public static Talk Talk(
        string id,
        string title,
        string? text = null,
        string[]? speakers = null,
        string[]? topics = null,
        string? date = null
    ) =>
        new()
        {
            Id = id,
            Title = title,
            Abstract = text,
            Speakers = speakers ?? [],
            Topics = topics ?? [],
            Date = Date(date),
        };

    public static Interview Interview(
        string id,
        string title,
        (string Question, string Answer)[] passages,
        string[]? speakers = null,
        string? date = null
    ) =>
        new()
        {
            Id = id,
            Title = title,
            Speakers = speakers ?? [],
            Date = Date(date),
            Passages =
            [
                .. passages.Select((passage, index) => new Passage(index + 1, passage.Question, passage.Answer)),
            ],
        };

    public void Dispose()
    {
        engine?.Dispose();
        folder.Dispose();
    }

    private static PartialDate? Date(string? date) =>
        date is null ? null
        : PartialDate.TryParse(date, out var parsed) ? parsed
        : throw new ArgumentException($"{date} is no date.", nameof(date));
}
