namespace Search.Engine.Snippets;

/// <summary>The words <c>[First, End)</c> of a text that a snippet shows.</summary>
internal readonly record struct SnippetWindow(int First, int End)
{
    /// <summary>
    /// The window with the best score, the first of equals, made to begin and end with a sentence where one is near. Without
    /// matches the first sentences.
    /// </summary>
    public static SnippetWindow Best(TextWords words, List<WordMatch> matches, HighlightTerms terms)
    {
        if (words.Share(0, words.Count) <= SnippetSize.Slack)
            return new SnippetWindow(0, words.Count);
        var first = matches.Count == 0 ? 0 : BestFirst(words, matches, terms);
        var end = FurthestEnd(words, first);
        var lastMatch = first;
        foreach (var match in matches)
        {
            if (match.First >= first && match.Last < end)
                lastMatch = Math.Max(lastMatch, match.Last);
        }
        end = RoundEnd(words, first, end, lastMatch);
        return new SnippetWindow(RoundFirst(words, first, end), end);
    }

    // For each match two windows: one that begins with its sentence, one that begins a little before the match.
    private static int BestFirst(TextWords words, List<WordMatch> matches, HighlightTerms terms)
    {
        var score = new WindowScore(matches, terms);
        var best = (First: matches[0].First, Score: 0.0);
        for (var i = 0; i < matches.Count; i++)
        {
            var sentence = SentenceStart(words, matches[i]);
            if (sentence is { } start && (i == 0 || matches[i - 1].First < start))
                Try(i, start);
            var lead = Lead(words, matches[i]);
            if (sentence is null || sentence < lead)
                Try(i, lead);
        }
        return best.First;

        void Try(int match, int first)
        {
            var value = score.Of(match, first, FurthestEnd(words, first), words[first].StartsSentence);
            // Sums of the same weights in another order differ in their last bits; the earlier window keeps the tie.
            if (value > best.Score + 1e-9)
                best = (first, value);
        }
    }

    // Null when the sentence begins so far away that the match would not be in the window.
    private static int? SentenceStart(TextWords words, WordMatch match)
    {
        for (var i = match.First; i >= 0 && words.Share(i, match.Last + 1) <= 1; i--)
        {
            if (words[i].StartsSentence)
                return i;
        }
        return null;
    }

    // A fifth of the snippet before the match, so that one sees what it belongs to; less when the match needs the room.
    private static int Lead(TextWords words, WordMatch match)
    {
        const double share = 0.2;
        var first = match.First;
        while (
            first > 0
            && !words[first].StartsSentence
            && words.Share(first - 1, match.First) <= share
            && words.Share(first - 1, match.Last + 1) <= 1
        )
            first--;
        return first;
    }

    private static int FurthestEnd(TextWords words, int first)
    {
        var end = first + 1;
        while (end < words.Count && words.Share(first, end + 1) <= 1)
            end++;
        return end;
    }

    // A little further to the end of the sentence, else back to one that leaves at least half; else the sentence is cut.
    private static int RoundEnd(TextWords words, int first, int end, int lastMatch)
    {
        for (var i = end; i <= words.Count && words.Share(first, i) <= SnippetSize.Slack; i++)
        {
            if (words.IsSentenceBorder(i))
                return i;
        }
        for (var i = end; i > lastMatch && words.Share(first, i) >= 0.5; i--)
        {
            if (words.IsSentenceBorder(i))
                return i;
        }
        return end;
    }

    // A window at the end of the text has room: for whole sentences before it, or else, when it is very short or cut
    // anyway, for words.
    private static int RoundFirst(TextWords words, int first, int end)
    {
        var earliest = first;
        var sentence = first;
        while (earliest > 0 && words.Share(earliest - 1, end) <= 1)
        {
            earliest--;
            if (words[earliest].StartsSentence)
                sentence = earliest;
        }
        if (words[sentence].StartsSentence && words.Share(sentence, end) >= 0.4)
            return sentence;
        return earliest;
    }
}
