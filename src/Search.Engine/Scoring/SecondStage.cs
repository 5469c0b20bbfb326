using Search.Engine.Searching;

namespace Search.Engine.Scoring;

/// <summary>
/// Judges the best candidates again by what BM25 cannot see: title, phrases, words near each other, exact forms, dates. All
/// parts are in units of the query's whole idf, so that long and short queries weigh alike, and add up to the score.
/// </summary>
internal sealed class SecondStage
{
    private readonly IReadOnlyList<PlannedWord> words;
    private readonly float[] idf;
    private readonly float wholeIdf;
    private readonly RankingOptions ranking;

    /// <param name="words">The words of the query.</param>
    /// <param name="idf">Of each word.</param>
    /// <param name="ranking">The weights.</param>
    public SecondStage(IReadOnlyList<PlannedWord> words, float[] idf, RankingOptions ranking)
    {
        this.words = words;
        this.idf = idf;
        this.ranking = ranking;
        wholeIdf = idf.Sum();
    }

    /// <summary>The most that <see cref="Judge"/> can add to the score of any document.</summary>
    public float MostAdded(bool withRecency)
    {
        var titles = ranking.TitleShare + ranking.TitleDensity + ranking.TitleStart;
        var ofWords =
            ranking.Coverage
            + ranking.ExactForm
            + ranking.ExactInTitle
            + ranking.Speaker
            + ranking.Phrase
            + ranking.Near
            + Math.Max(titles, ranking.Question);
        var ofAll = (ofWords * wholeIdf) + (withRecency ? RecencyPart(1) : 0);
        // Sums of floats in another order differ in the last digits.
        return ofAll * 1.0001f;
    }

    /// <summary>What is added to the first stage's score.</summary>
    /// <param name="evidence">Where the words stand.</param>
    /// <param name="isPassage">Whether the first part is a question and not a title.</param>
    /// <param name="recency">1 for the newest record, towards 0 for old ones and those without a date.</param>
    public StageParts Judge(Evidence evidence, bool isPassage, float recency)
    {
        var parts = new StageParts { Recency = RecencyPart(recency) };
        if (wholeIdf <= 0)
            return parts;
        var (coverage, title, exact, exactTitle, name) = (0f, 0f, 0f, 0f, 0f);
        var inTitle = 0;
        for (var word = 0; word < words.Count; word++)
        {
            if (evidence.Positions(word).Length > 0)
                coverage += idf[word];
            if (evidence.IsExact(word))
                exact += idf[word];
            if (evidence.IsExactInTitle(word))
                exactTitle += idf[word];
            if (evidence.IsInName(word))
                name += idf[word];
            if (!evidence.InFirstPart(word))
                continue;
            title += idf[word];
            inTitle++;
        }
        var (phrase, near) = Proximity(evidence);
        parts.Coverage = ranking.Coverage * coverage * (coverage / wholeIdf);
        parts.ExactForm = ranking.ExactForm * exact;
        parts.ExactInTitle = ranking.ExactInTitle * exactTitle;
        parts.Speaker = ranking.Speaker * name * (name / wholeIdf);
        parts.Phrase = ranking.Phrase * phrase;
        parts.Near = ranking.Near * near;
        var share = title / wholeIdf;
        if (isPassage)
        {
            parts.Question = ranking.Question * title * share;
            return parts;
        }
        parts.Title = ranking.TitleShare * title * share;
        if (inTitle < words.Count || evidence.TitleLength == 0)
            return parts;
        parts.WholeTitle = ranking.TitleDensity * wholeIdf * Math.Min(1f, (float)inTitle / evidence.TitleLength);
        parts.TitleStart = BeginsTheTitle(evidence) ? ranking.TitleStart * wholeIdf : 0;
        return parts;
    }

    private float RecencyPart(float recency) => recency * ranking.Recency * Math.Max(wholeIdf, 1);

    private bool BeginsTheTitle(Evidence evidence)
    {
        for (var word = 0; word < words.Count; word++)
        {
            if (!evidence.Positions(word).Contains(words[word].Place))
                return false;
        }
        return true;
    }

    // Each pair of neighbouring words counts once, by its best place: side by side as typed, or within a few words.
    private (float Phrase, float Near) Proximity(Evidence evidence)
    {
        var (phrase, near) = (0f, 0f);
        for (var word = 0; word + 1 < words.Count; word++)
        {
            var distance = words[word + 1].Place - words[word].Place;
            var gap = SmallestGap(evidence.Positions(word), evidence.Positions(word + 1), distance);
            var weight = (idf[word] + idf[word + 1]) / 2;
            if (gap == 0)
                phrase += weight;
            if (gap <= RankingOptions.NearWords)
                near += weight / (1 + gap);
        }
        return (phrase, near);
    }

    // How far the second word is from where it would stand in the phrase.
    private static int SmallestGap(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int distance)
    {
        var smallest = int.MaxValue;
        var j = 0;
        foreach (var position in first)
        {
            var wanted = position + distance;
            while (j < second.Length && second[j] < wanted)
                j++;
            if (j < second.Length)
                smallest = Math.Min(smallest, second[j] - wanted);
            if (j > 0)
                smallest = Math.Min(smallest, wanted - second[j - 1]);
        }
        return smallest;
    }
}

/// <summary>What the second stage adds for each of its reasons.</summary>
internal record struct StageParts
{
    public float Coverage { get; set; }

    public float ExactForm { get; set; }

    public float ExactInTitle { get; set; }

    public float Speaker { get; set; }

    public float Phrase { get; set; }

    public float Near { get; set; }

    public float Question { get; set; }

    public float Title { get; set; }

    public float WholeTitle { get; set; }

    public float TitleStart { get; set; }

    public float Recency { get; set; }

    /// <summary>All of them together.</summary>
    public readonly float Sum =>
        Coverage
        + ExactForm
        + ExactInTitle
        + Speaker
        + Phrase
        + Near
        + Question
        + Title
        + WholeTitle
        + TitleStart
        + Recency;

    /// <summary>Those that are not 0, by name.</summary>
    public readonly IEnumerable<ScorePart> Named()
    {
        ScorePart[] all =
        [
            new(ScorePart.Coverage, Coverage),
            new(ScorePart.ExactForm, ExactForm),
            new(ScorePart.ExactInTitle, ExactInTitle),
            new(ScorePart.Speaker, Speaker),
            new(ScorePart.Phrase, Phrase),
            new(ScorePart.Near, Near),
            new(ScorePart.Question, Question),
            new(ScorePart.Title, Title),
            new(ScorePart.WholeTitle, WholeTitle),
            new(ScorePart.TitleStart, TitleStart),
            new(ScorePart.Recency, Recency),
        ];
        return all.Where(part => part.Value != 0);
    }
}
