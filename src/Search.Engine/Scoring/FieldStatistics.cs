using Lucene.Net.Search;
using Search.Engine.Indexing;

namespace Search.Engine.Scoring;

/// <summary>What BM25 needs to know of one field of a snapshot, as <see cref="FineNormSimilarity"/> writes its norms.</summary>
internal sealed class FieldStatistics
{
    private readonly float[] saturation = new float[256];
    private readonly int documents;

    public FieldStatistics(IndexSearcher snapshot, string field)
    {
        Field = field;
        documents = snapshot.IndexReader.MaxDoc;
        var words = Math.Max(snapshot.CollectionStatistics(field).SumTotalTermFreq, 1);
        var averageLength = (float)words / Math.Max(documents, 1);
        for (var code = 0; code < saturation.Length; code++)
        {
            var relativeLength = FineNormSimilarity.LengthOf(code) / averageLength;
            const float b = FineNormSimilarity.LengthWeight;
            saturation[code] = FineNormSimilarity.TermSaturation * (1 - b + (b * relativeLength));
        }
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>By norm: how often a word must stand in a text of that length to have half of its full score.</summary>
    public ReadOnlySpan<float> Saturation => saturation;

    /// <summary>Lucene's idf of BM25, ln(1 + (N - df + 0.5) / (df + 0.5)), for a document frequency.</summary>
    public float Idf(int frequency) =>
        (float)Math.Log(1 + ((documents - Math.Min(frequency, documents) + 0.5) / (frequency + 0.5)));

    /// <summary>BM25 of a word: <paramref name="full"/> is idf, weight and k1 + 1 together, from <see cref="Full"/>.</summary>
    public float Score(float full, int frequency, byte norm) => full * frequency / (frequency + saturation[norm]);

    /// <summary>The score that a word comes near to when it stands in a text over and over.</summary>
    public static float Full(float idf, float weight) => idf * weight * (FineNormSimilarity.TermSaturation + 1);
}
