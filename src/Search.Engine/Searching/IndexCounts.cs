using Search.Engine.Documents;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>How much is in a snapshot.</summary>
internal static class IndexCounts
{
    /// <summary>Live talks, interviews and passages.</summary>
    public static (int Talks, int Interviews, int Passages) Of(IndexSnapshot snapshot)
    {
        var (talks, interviews, passages) = (0, 0, 0);
        foreach (var leaf in snapshot.Segments)
        {
            var columns = snapshot.Columns(leaf.Ord);
            var live = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (live is not null && !live.Get(doc))
                    continue;
                if (columns.Part(doc) > 0)
                    passages++;
                else if (columns.Kind(doc) == (byte)RecordKind.Talk)
                    talks++;
                else
                    interviews++;
            }
        }
        return (talks, interviews, passages);
    }

    /// <summary>The same by source, in the order of names.</summary>
    public static IReadOnlyList<SourceSummary> BySource(IndexSnapshot snapshot)
    {
        var bySource = new SortedDictionary<string, SourceSummary>(StringComparer.Ordinal);
        foreach (var head in new RecordLookup(snapshot.IndexReader).AllHeads())
        {
            var source = head.Source;
            var sofar = bySource.GetValueOrDefault(source) ?? new SourceSummary(source, 0, 0, 0);
            bySource[source] =
                head.Kind == RecordKind.Talk
                    ? sofar with
                    {
                        Talks = sofar.Talks + 1,
                    }
                    : sofar with
                    {
                        Interviews = sofar.Interviews + 1,
                        Passages = sofar.Passages + head.CountPassages(),
                    };
        }
        return [.. bySource.Values];
    }
}
