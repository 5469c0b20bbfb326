namespace Search.Engine.Snippets;

/// <summary>How well a window of a text answers the query: the weights of its different terms, raised by what else is good.</summary>
internal sealed class WindowScore(List<WordMatch> matches, HighlightTerms terms)
{
    // Together 0.3: among few terms one more always wins; among five equal ones, four in a neat window beat five scattered.
    private const double Nearness = 0.12;
    private const double Repeats = 0.1;
    private const double SentenceStart = 0.08;

    private readonly int[] lastSeen = new int[terms.Count];
    private int windows;

    /// <summary>The score of words <c>[first, end)</c>; only matches that lie inside whole count.</summary>
    /// <param name="near">The number of a match inside or near the window, from where to look.</param>
    /// <param name="first">First word of the window.</param>
    /// <param name="end">One past its last word.</param>
    /// <param name="startsSentence">Whether the window begins with a sentence.</param>
    public double Of(int near, int first, int end, bool startsSentence)
    {
        windows++;
        while (near > 0 && matches[near - 1].First >= first)
            near--;
        var (weight, nearness) = (0.0, 0.0);
        var (different, all) = (0, 0);
        WordMatch? previous = null;
        for (var i = near; i < matches.Count && matches[i].First < end; i++)
        {
            var match = matches[i];
            if (match.First < first || match.Last >= end)
                continue;
            all++;
            if (IsNew(match))
            {
                different++;
                weight += terms.Weight(match.Match.Term);
            }
            nearness += NearnessOf(previous, match);
            previous = match;
        }
        return weight * (1 + Bonus(nearness, different, all, startsSentence));
    }

    private bool IsNew(WordMatch match)
    {
        ref var seen = ref lastSeen[match.Match.Term];
        var isNew = seen != windows;
        seen = windows;
        return isNew;
    }

    // 1 for neighbours, a half with one word between them, and so on.
    private static double NearnessOf(WordMatch? previous, WordMatch match) =>
        previous is not { } before || before.Match.Term == match.Match.Term
            ? 0
            : 1.0 / (1 + Math.Max(0, match.First - before.Last - 1));

    private static double Bonus(double nearness, int different, int all, bool startsSentence)
    {
        var near = different < 2 ? 0 : Math.Min(1, nearness / (different - 1));
        double repeats = all - different;
        return (Nearness * near) + (Repeats * repeats / (repeats + 2)) + (startsSentence ? SentenceStart : 0);
    }
}
