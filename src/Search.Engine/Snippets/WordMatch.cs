namespace Search.Engine.Snippets;

/// <summary>A match and the words of the text that it lies in.</summary>
/// <param name="Match">The match.</param>
/// <param name="First">The first word that it touches.</param>
/// <param name="Last">The last.</param>
internal readonly record struct WordMatch(TermMatch Match, int First, int Last)
{
    /// <summary>Finds the words of matches that are sorted by their start.</summary>
    public static List<WordMatch> Of(List<TermMatch> matches, TextWords words)
    {
        var found = new List<WordMatch>(matches.Count);
        var first = 0;
        foreach (var match in matches)
        {
            while (first + 1 < words.Count && words[first + 1].Start <= match.Start)
                first++;
            var last = first;
            while (last + 1 < words.Count && words[last + 1].Start < match.End)
                last++;
            found.Add(new WordMatch(match, first, last));
        }
        return found;
    }
}
