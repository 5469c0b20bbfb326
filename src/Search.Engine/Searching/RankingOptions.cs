namespace Search.Engine.Searching;

/// <summary>
/// The numbers that ranking depends on; none of them needs a new index. Those of the second stage are in units of the
/// query's idf: 0.1 for a part that holds for all words adds a tenth of the sum of their idf. They were chosen together by
/// <c>search-indexer evaluate</c> on four judged sets; the page beside the relevance tests says what was tried.
/// </summary>
public sealed record RankingOptions
{
    /// <summary>Works that the second stage looks at; they stand above all others. More costs time and changes little.</summary>
    public const int RescoredWorks = 200;

    /// <summary>What a title equal to the query adds, twice with the same signs: more than all else can, so that it is first.</summary>
    public const float ExactTitle = 1_000;

    /// <summary>Within so many words of its place in the phrase a word counts as near.</summary>
    public const int NearWords = 8;

    /// <summary>
    /// What a word in the title adds in the first stage, against 1 for a word anywhere. 0 leaves titles no better than text;
    /// above 1 short titles win over records that are about the matter.
    /// </summary>
    public float TitleWeight { get; init; } = 0.2f;

    /// <summary>What a synonym counts against 1 for the word that was typed. 0 finds it and gives it no score.</summary>
    public float Synonym { get; init; } = 0.7f;

    /// <summary>What a word near the typed one counts, where <c>word~1</c> asks for such words, against 1 for the word itself.</summary>
    public float Misspelling { get; init; } = 0.3f;

    /// <summary>For having many of the words: 0 lets one rare word outweigh all others; much more is a demand for all words.</summary>
    public float Coverage { get; init; } = 0.25f;

    /// <summary>For words as they were typed, not only with the same stem.</summary>
    public float ExactForm { get; init; } = 0.15f;

    /// <summary>For words in the title as they were typed.</summary>
    public float ExactInTitle { get; init; } = 0.2f;

    /// <summary>For neighbouring words side by side as typed.</summary>
    public float Phrase { get; init; } = 0.15f;

    /// <summary>For neighbouring words within <see cref="NearWords"/> of each other, the nearer the more.</summary>
    public float Near { get; init; } = 0.4f;

    /// <summary>For the words in the title, by the square of their share.</summary>
    public float TitleShare { get; init; } = 0.2f;

    /// <summary>For a title that has all words, by the share of the title that they make.</summary>
    public float TitleDensity { get; init; } = 0.3f;

    /// <summary>For a title that begins with all the words in their order.</summary>
    public float TitleStart { get; init; } = 0.2f;

    /// <summary>For the words in speakers' names, by the square of their share.</summary>
    public float Speaker { get; init; } = 0.4f;

    /// <summary>For the words in the question of a passage, by the square of their share.</summary>
    public float Question { get; init; } = 0.1f;

    /// <summary>For the newest record; halves every <see cref="RecencyHalfLifeYears"/>. 0 switches it off.</summary>
    public float Recency { get; init; } = 0.02f;

    /// <summary>Years after which half of <see cref="Recency"/> is left.</summary>
    public float RecencyHalfLifeYears { get; init; } = 3;

    /// <summary>
    /// In a list of answers, what remains of the score of the third passage of one interview; of the fourth its square, and
    /// so on. 1 lets one interview fill the page, 0 shows at most two passages of it before all others.
    /// </summary>
    public float RepeatedInterview { get; init; } = 0.8f;

    /// <summary>
    /// What a related work gains when its whole text is the same, in parts of its words' score; in proportion when less of it is.
    /// 0 ranks by the most telling words alone; far above 1 the score of the words counts for nothing.
    /// </summary>
    public float RelatedSimilarity { get; init; } = 3f;

    /// <summary>What a related work gains when it shares a speaker. 0 ignores people; 1 lists one person's talks first.</summary>
    public float RelatedSpeaker { get; init; } = 0.1f;

    /// <summary>What a related work gains when it shares a topic. 0 ignores topics; 1 lists the topic before the matter.</summary>
    public float RelatedTopic { get; init; } = 0.1f;
}
