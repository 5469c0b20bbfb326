namespace Search.Engine.Searching;

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

    /// <summary>The parts besides the first stage's score; zero parts are left out.</summary>
    /// <param name="evidence">Where the words stand.</param>
    /// <param name="isPassage">Whether the first part is a question and not a title.</param>
    /// <param name="recency">1 for the newest record, towards 0 for old ones and those without a date.</param>
    public IEnumerable<ScorePart> Parts(Evidence evidence, bool isPassage, float recency)
    {
        if (wholeIdf > 0)
        {
            foreach (var part in WordParts(evidence, isPassage))
            {
                if (part.Value > 0)
                    yield return part;
            }
        }
        if (recency > 0 && ranking.Recency > 0)
            yield return new ScorePart(ScorePart.Recency, recency * ranking.Recency * Math.Max(wholeIdf, 1));
    }

    private IEnumerable<ScorePart> WordParts(Evidence evidence, bool isPassage)
    {
        var (coverage, title, exact, exactTitle, name) = (0f, 0f, 0f, 0f, 0f);
        var inTitle = 0;
        for (var word = 0; word < words.Count; word++)
        {
            if (evidence.Positions(word).Count > 0)
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
        yield return new ScorePart(ScorePart.Coverage, ranking.Coverage * coverage * (coverage / wholeIdf));
        yield return new ScorePart(ScorePart.ExactForm, ranking.ExactForm * exact);
        yield return new ScorePart(ScorePart.ExactInTitle, ranking.ExactInTitle * exactTitle);
        yield return new ScorePart(ScorePart.Speaker, ranking.Speaker * name * (name / wholeIdf));
        var (phrase, near) = Proximity(evidence);
        yield return new ScorePart(ScorePart.Phrase, ranking.Phrase * phrase);
        yield return new ScorePart(ScorePart.Near, ranking.Near * near);
        var share = title / wholeIdf;
        if (isPassage)
        {
            yield return new ScorePart(ScorePart.Question, ranking.Question * title * share);
            yield break;
        }
        yield return new ScorePart(ScorePart.Title, ranking.TitleShare * title * share);
        if (inTitle == words.Count && evidence.TitleLength > 0)
        {
            var density = Math.Min(1f, (float)inTitle / evidence.TitleLength);
            yield return new ScorePart(ScorePart.WholeTitle, ranking.TitleDensity * wholeIdf * density);
            if (BeginsTheTitle(evidence))
                yield return new ScorePart(ScorePart.TitleStart, ranking.TitleStart * wholeIdf);
        }
    }

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
    private static int SmallestGap(IReadOnlyList<int> first, IReadOnlyList<int> second, int distance)
    {
        var smallest = int.MaxValue;
        var j = 0;
        foreach (var position in first)
        {
            var wanted = position + distance;
            while (j < second.Count && second[j] < wanted)
                j++;
            if (j < second.Count)
                smallest = Math.Min(smallest, second[j] - wanted);
            if (j > 0)
                smallest = Math.Min(smallest, wanted - second[j - 1]);
        }
        return smallest;
    }
}
