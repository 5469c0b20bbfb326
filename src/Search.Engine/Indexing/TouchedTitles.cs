using Lucene.Net.Index;
using Search.Engine.Documents;

namespace Search.Engine.Indexing;

/// <summary>The titles of records that came, went or changed: only among these can works have changed.</summary>
internal sealed class TouchedTitles
{
    /// <summary>With more than this many it is cheaper, in memory and time, to look at the whole index.</summary>
    private const int Most = 20_000;

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> talkIds = new(StringComparer.Ordinal);

    /// <summary>True when the titles were too many to remember.</summary>
    public bool TooMany => keys.Count > Most;

    /// <summary>A record that comes or goes, in its old and in its new form.</summary>
    public void Add(Record record)
    {
        if (TooMany)
            return;
        keys.Add(WorkKeys.TitleHash(record.Title));
        if (record is Interview { TalkId: { } talkId })
            talkIds.Add(talkId);
        // An interview that names this talk may stand under another title: when the talk has gone, it must fall back.
        if (record is Talk)
            talkIds.Add(record.Id);
    }

    /// <summary>The keys, with those of the talks that touched interviews name and of the interviews that name touched talks.</summary>
    public IReadOnlyCollection<string> WithLinkedTalks(IndexReader after)
    {
        var records = new RecordLookup(after);
        var linked = talkIds
            .SelectMany(id =>
                records.Heads(new Term(IndexFields.TalkId, id)).Concat(records.Heads(RecordBlock.TermOf(id)))
            )
            .Select(head => WorkKeys.TitleHash(head.Read().Title));
        return keys.Union(linked, StringComparer.Ordinal).ToList();
    }
}
