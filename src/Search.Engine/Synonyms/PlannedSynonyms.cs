using Search.Engine.Searching;

namespace Search.Engine.Synonyms;

/// <summary>Puts synonyms into the plan of a query as further forms of its words.</summary>
internal static class PlannedSynonyms
{
    /// <summary>
    /// The words with their synonyms. Where one thing stands for several words it becomes a form of each, so that a text
    /// with <c>ml</c> has both words of <c>machine learning</c>.
    /// </summary>
    /// <param name="words">All plain words of the query in order, stop words included.</param>
    /// <param name="synonyms">What may stand for them.</param>
    /// <param name="weight">What a synonym counts against 1 for the word itself.</param>
    /// <param name="used">Takes what stands for what.</param>
    public static List<PlannedWord> Add(
        IReadOnlyList<PlannedWord> words,
        SynonymTable synonyms,
        float weight,
        List<SynonymUse> used
    )
    {
        var expanded = words.ToList();
        for (var start = 0; start < words.Count; )
        {
            var end = EndOfRun(words, start);
            var run = words.Skip(start).Take(end - start).Select(word => word.Exact).ToList();
            foreach (var match in synonyms.Expand(run))
            {
                var form = WordForm.OfRow(match.Words.Select(word => word.Stem), weight);
                for (var i = start + match.Start; i < start + match.Start + match.Length; i++)
                    expanded[i] = expanded[i] with { Forms = [.. expanded[i].Forms, form] };
                var replaced = words.Skip(start + match.Start).Take(match.Length).Select(word => word.Text);
                used.Add(
                    new SynonymUse(string.Join(' ', replaced), string.Join(' ', match.Words.Select(word => word.Exact)))
                );
            }
            start = end;
        }
        return expanded;
    }

    private static int EndOfRun(IReadOnlyList<PlannedWord> words, int start)
    {
        var end = start + 1;
        while (end < words.Count && words[end].Place == words[end - 1].Place + 1)
            end++;
        return end;
    }
}
