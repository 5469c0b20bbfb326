using Lucene.Net.Index;
using Search.Engine.Searching;

namespace Search.Engine.Scoring;

/// <summary>A term of a field in all segments of a snapshot.</summary>
internal readonly struct TermInSnapshot
{
    private readonly TermPostings[] segments;

    public TermInSnapshot(IndexSnapshot snapshot, string field, string text)
    {
        segments = new TermPostings[snapshot.Segments.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = snapshot.Postings.Get(snapshot.Segments[i].AtomicReader, field, text);
            Frequency += segments[i].Count;
        }
    }

    /// <summary>Documents that hold it, deleted ones included.</summary>
    public int Frequency { get; }

    /// <summary>Its documents in a segment.</summary>
    public TermPostings In(AtomicReaderContext leaf) => segments[leaf.Ord];
}
