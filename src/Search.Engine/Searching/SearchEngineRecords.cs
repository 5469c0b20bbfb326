using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

// What is asked about records rather than searched among them.
public sealed partial class SearchEngine
{
    /// <summary>
    /// What a search marks in the whole texts of a record, whether or not the record is among its hits: the same words,
    /// corrections and synonyms as in its snippets. Nothing when the query is empty.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    /// <exception cref="QuerySyntaxException">The query is in Lucene's language and has a mistake.</exception>
    public RecordHighlights Highlight(
        Record record,
        SearchRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(request);
        var query = QueryReading.Of(request);
        var candidates = CandidatesOf(query.Asked, request with { Explain = false }, skip: 0, take: 1);
        return served.Read(
            (_, snapshot) =>
            {
                // Which words count is known only once the index was asked: it corrects and completes some.
                var page = finder.Find(snapshot, candidates, cancellationToken);
                return RecordHighlights.Of(record, hits.TermsOf(page, query.Shown));
            }
        );
    }

    /// <summary>The ids of all records in the order of their UTF-8, from one snapshot. No record is read.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public IEnumerable<string> Ids(CancellationToken cancellationToken = default)
    {
        using var lease = served.Acquire(out _);
        foreach (var id in RecordIds.Of(lease.Snapshot.IndexReader))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return id;
        }
    }
}
