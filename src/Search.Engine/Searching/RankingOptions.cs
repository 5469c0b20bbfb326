namespace Search.Engine.Searching;

/// <summary>The numbers that ranking depends on; none of them needs a new index.</summary>
public sealed record RankingOptions
{
    /// <summary>
    /// What a word in the title adds, against 1 for a word anywhere. 0 leaves titles no better than text; above 1 short
    /// titles win over records that are about the matter.
    /// </summary>
    public float TitleWeight { get; init; } = 0.2f;

    /// <summary>
    /// In a list of answers, what remains of the score of the third passage of one interview; of the fourth its square, and
    /// so on. 1 lets one interview fill the page, 0 shows at most two passages of it before all others.
    /// </summary>
    public float RepeatedInterview { get; init; } = 0.8f;
}
