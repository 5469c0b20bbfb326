using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Indexing;

namespace Search.Engine.Relating;

/// <summary>
/// How many documents of a snapshot hold a stem. Looking a stem up costs a seek in each segment, and comparing texts asks
/// for a thousand stems, mostly the same: what was looked up is kept as long as the snapshot is.
/// </summary>
internal sealed class WordFrequencies
{
    // Some 5 MB; by Zipf's law nearly all words of a text are among so many.
    private const int MostKept = 50_000;

    private readonly ConditionalWeakTable<IndexReader, ConcurrentDictionary<string, int>> bySnapshot = [];

    /// <summary>The frequencies in one snapshot, for one request.</summary>
    public WordStatistics In(IndexReader snapshot) =>
        new(snapshot, bySnapshot.GetValue(snapshot, _ => new()), MostKept);
}

/// <summary>How common stems are in one snapshot. For one request at a time.</summary>
internal sealed class WordStatistics(IndexReader snapshot, ConcurrentDictionary<string, int> known, int mostKept)
{
    private readonly TermsEnum[] terms =
    [
        .. snapshot
            .Leaves.Select(leaf => leaf.AtomicReader.GetTerms(IndexFields.All)?.GetEnumerator())
            .OfType<TermsEnum>(),
    ];
    private readonly BytesRef bytes = new();

    /// <summary>Documents in the index: talks, heads of interviews and passages.</summary>
    public int Documents { get; } = snapshot.NumDocs;

    /// <summary>Documents that hold a stem; deleted ones count until they are merged away.</summary>
    public int DocumentsWith(string stem)
    {
        if (known.TryGetValue(stem, out var documents))
            return documents;
        documents = LookUp(stem);
        if (known.Count < mostKept)
            known.TryAdd(stem, documents);
        return documents;
    }

    /// <summary>How much a stem tells, as BM25 counts it; positive, highest for stems that no document holds.</summary>
    public float Idf(string stem)
    {
        var with = Math.Min(DocumentsWith(stem), Documents);
        return MathF.Log(1 + ((Documents - with + 0.5f) / (with + 0.5f)));
    }

    private int LookUp(string stem)
    {
        bytes.CopyChars(stem);
        return terms.Sum(segment => segment.SeekExact(bytes) ? segment.DocFreq : 0);
    }
}
