namespace Search.Engine.Relating;

/// <summary>A text as a vector: a dimension a stem, its weight (1 + ln tf) · idf.</summary>
internal sealed class TextVector
{
    private readonly Dictionary<string, float> weights = new(StringComparer.Ordinal);
    private readonly WordStatistics statistics;
    private readonly double square;

    public TextVector(WordCounts words, WordStatistics statistics)
    {
        this.statistics = statistics;
        foreach (var (stem, count) in words.All)
        {
            var weight = Weight(stem, count, statistics);
            weights.Add(stem, weight);
            square += (double)weight * weight;
        }
    }

    /// <summary>What a stem counts that stands so often in a text.</summary>
    public static float Weight(string stem, int count, WordStatistics statistics) =>
        (1 + MathF.Log(count)) * statistics.Idf(stem);

    /// <summary>0 for texts that share no word (or have none) to 1 for the same words in the same proportions.</summary>
    public float Cosine(WordCounts other)
    {
        var (product, otherSquare) = (0d, 0d);
        foreach (var (stem, count) in other.All)
        {
            double weight = Weight(stem, count, statistics);
            otherSquare += weight * weight;
            if (weights.TryGetValue(stem, out var own))
                product += weight * own;
        }
        return product == 0 ? 0 : (float)Math.Clamp(product / Math.Sqrt(square * otherSquare), 0, 1);
    }
}
