using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Relating;
using Search.Engine.Synonyms;

namespace Search.Engine.Searching;

/// <summary>Keeps what a scope hides out of the places that no filter reaches: other forms, corrected words, records by id.</summary>
internal sealed class ScopeGuard(IndexSnapshot snapshot, FilterNode scope)
{
    private readonly FilterBits bits = new(snapshot, [new Restriction(null, scope)]);
    private readonly RecordLookup records = new(snapshot.IndexReader);

    /// <summary>Null when there is no scope.</summary>
    public static ScopeGuard? Of(IndexSnapshot snapshot, RecordFilter filter) =>
        filter.Scope is { } scope ? new ScopeGuard(snapshot, scope) : null;

    /// <summary>Whether the record, or the record of the passage, with this id may be seen.</summary>
    public bool Shows(string id) =>
        records.Find(RecordId.TryParsePassage(id, out var interview, out _) ? interview : id) is { } head
        && Shows(head);

    /// <summary>Whether a head may be seen.</summary>
    public bool Shows(RecordHead head) => bits.Of(head.Leaf)?.Get(head.Doc) ?? true;

    /// <summary>
    /// Whether every word that a misspelt one was read as stands in a record that may be seen; else the correction would
    /// tell what the others hold.
    /// </summary>
    public bool Shows(
        IReadOnlyList<Correction> corrections,
        CandidateFinder finder,
        CandidateRequest asked,
        CancellationToken cancellationToken
    )
    {
        var alone = asked with
        {
            Filter = new RecordFilter { Scope = scope },
            Facets = [],
            CorrectSpelling = false,
            Synonyms = SynonymTable.Empty,
        };
        return corrections.All(word =>
            finder.Count(snapshot, alone with { Query = SimpleQueryParser.Parse(word.To) }, cancellationToken) > 0
        );
    }

    /// <summary>The other forms of a record that may be seen.</summary>
    public IReadOnlyList<RelatedForm> Visible(IReadOnlyList<RelatedForm> forms) =>
        [.. forms.Where(form => Shows(form.Id))];

    /// <summary>Hits without the forms that may not be seen.</summary>
    public IReadOnlyList<SearchHit> Visible(IReadOnlyList<SearchHit> hits) =>
        [.. hits.Select(hit => hit with { Also = Visible(hit.Also) })];

    /// <summary>The same of related works.</summary>
    public IReadOnlyList<RelatedHit> Visible(IReadOnlyList<RelatedHit> hits) =>
        [.. hits.Select(related => related with { Hit = related.Hit with { Also = Visible(related.Hit.Also) } })];
}
