using Lucene.Net.Search.Similarities;

namespace Search.Engine.Indexing;

/// <summary>
/// BM25 that tells lengths apart which Lucene 4.8's own byte does not (it gives all of 65-83 words one value): exact to
/// <see cref="ExactLength"/> words, then steps of 2^(1/18). Writer and reader must both use it; a change needs a new index.
/// </summary>
internal sealed class FineNormSimilarity() : BM25Similarity(TermSaturation, LengthWeight)
{
    /// <summary>BM25's k1: 0 counts a word once, more lets repetition count more.</summary>
    public const float TermSaturation = 1.2f;

    /// <summary>BM25's b: 0 ignores a text's length, 1 divides by it.</summary>
    public const float LengthWeight = 0.75f;

    private const int ExactLength = 40;
    private const double StepsPerDoubling = 18;

    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(LengthOf)];

    /// <summary>The length in words that the byte stands for; 255 is about 157,000 words.</summary>
    internal static float LengthOf(int code) =>
        code <= ExactLength ? code : (float)(ExactLength * Math.Pow(2, (code - ExactLength) / StepsPerDoubling));

    /// <summary>The nearest code for a length in words.</summary>
    internal static byte CodeOf(int length)
    {
        if (length <= ExactLength)
            return (byte)Math.Max(length, 0);
        var steps = Math.Round(Math.Log2((double)length / ExactLength) * StepsPerDoubling);
        return (byte)Math.Min(ExactLength + steps, byte.MaxValue);
    }

    /// <inheritdoc/>
    protected override byte EncodeNormValue(float boost, int fieldLength) => CodeOf(fieldLength);

    /// <inheritdoc/>
    protected override float DecodeNormValue(byte b) => Lengths[b];
}
