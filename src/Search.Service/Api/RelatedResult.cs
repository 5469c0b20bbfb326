namespace Search.Service.Api;

/// <summary>Works that are like a record, a passage or a text.</summary>
/// <param name="Words">The words that were looked for, the most telling first.</param>
/// <param name="ProcessingTimeMs">Milliseconds that the search itself took.</param>
/// <param name="Hits">Best first; never of the record's own work.</param>
/// <param name="Warnings">Plain sentences about what could not be done as asked.</param>
internal sealed record RelatedResult(
    IReadOnlyList<string> Words,
    double ProcessingTimeMs,
    IReadOnlyList<RelatedResultHit> Hits,
    IReadOnlyList<string> Warnings
);

/// <summary>A hit of a search, with the words marked that the two texts share.</summary>
internal sealed record RelatedResultHit : ResultHit
{
    public RelatedResultHit(ResultHit hit, float similarity)
        : base(hit) => Similarity = Math.Round(similarity, 4);

    /// <summary>
    /// How much of the two texts agrees, 0 to 1: .1 to .4 for two texts on one matter, .9 and more for nearly the same text.
    /// </summary>
    public double Similarity { get; }
}
