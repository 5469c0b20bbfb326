using Search.Engine.Analysis;
using Search.Engine.Querying;
using Search.Engine.Snippets;

namespace Search.Engine.Synonyms;

/// <summary>The synonyms of a query's plain words. What is quoted, required, or restricted to a field means itself.</summary>
internal static class QuerySynonyms
{
    /// <summary>Adds what stands for words of the query to what is marked in a text.</summary>
    public static void AddTo(HighlightTerms terms, ParsedQuery query, SynonymTable synonyms, TextAnalysis analysis)
    {
        foreach (var run in PlainRuns(query, analysis))
        {
            foreach (var match in synonyms.Expand(run))
            {
                if (match.Words.Count == 1)
                    terms.AddStem(match.Words[0].Stem);
                else
                    terms.AddStems([.. match.Words.Select(word => word.Stem)]);
            }
        }
    }

    // A word of a field or a phrase between two plain words keeps them apart.
    private static IEnumerable<IReadOnlyList<string>> PlainRuns(ParsedQuery query, TextAnalysis analysis)
    {
        var run = new List<string>();
        foreach (var clause in query.Clauses)
        {
            if (clause is { Required: false, Node: WordNode { Field: QueryField.All } word })
            {
                run.AddRange(analysis.Tokenize(word.Text).Select(token => token.Exact));
                continue;
            }
            if (run.Count > 0)
                yield return run;
            run = [];
        }
        if (run.Count > 0)
            yield return run;
    }
}
