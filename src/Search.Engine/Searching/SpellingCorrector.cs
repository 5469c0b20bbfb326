using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Snippets;

namespace Search.Engine.Searching;

/// <summary>A word of the query that stands nowhere in the index, and what was searched instead.</summary>
/// <param name="From">As it was typed.</param>
/// <param name="To">A word of the index.</param>
public sealed record Correction(string From, string To);

/// <summary>
/// Finds words of the index that a word which stands nowhere was probably meant to be: few edits first, then common words.
/// Words that stand somewhere are never touched.
/// </summary>
internal sealed class SpellingCorrector(IndexSnapshot snapshot, TextAnalysis analysis)
{
    /// <summary>Shorter words are neighbours of too many others.</summary>
    private const int ShortestWord = 4;

    /// <summary>From this length on a second edit is believed when one does not help.</summary>
    private const int ShortestForTwoEdits = 6;

    /// <summary>Words that one misspelling may have been meant to be.</summary>
    private const int MostCandidates = 3;

    /// <summary>A candidate this much rarer than the best is no candidate.</summary>
    private const double LeastShareOfBest = 0.1;

    /// <summary>A neighbour so many times as common is probably what was meant.</summary>
    private const double MuchCommoner = 10;

    /// <summary>What the first letter counts: people rarely get it wrong.</summary>
    private const double WrongFirstLetter = 0.2;

    /// <summary>The most probable words, best first; empty when the word is known or nothing is near.</summary>
    public IReadOnlyList<Token> Candidates(string exact)
    {
        if (exact.Length < ShortestWord || exact.Any(char.IsDigit) || IsKnown(exact))
            return [];
        var near = Near(exact, 1);
        if (near.Count == 0 && exact.Length >= ShortestForTwoEdits)
            near = Near(exact, 2);
        if (near.Count == 0)
            return [];
        var least = near.Max(word => word.Likelihood) * LeastShareOfBest;
        return
        [
            .. near.Where(word => word.Likelihood >= least)
                .OrderByDescending(word => word.Likelihood)
                .ThenBy(word => word.Exact, StringComparer.Ordinal)
                .Take(MostCandidates)
                .SelectMany(word => analysis.Tokenize(word.Exact) is [var token] ? [token] : Array.Empty<Token>()),
        ];
    }

    /// <summary>A word one edit away that occurs far more often; null when there is none.</summary>
    public string? Commoner(string exact)
    {
        if (exact.Length < ShortestWord || exact.Any(char.IsDigit))
            return null;
        var own = snapshot.IndexReader.DocFreq(new Term(IndexFields.AllExact, exact));
        return Near(exact, 1)
            .Where(word => word.Exact != exact && word.Likelihood >= MuchCommoner * Math.Max(own, 1))
            .OrderByDescending(word => word.Likelihood)
            .ThenBy(word => word.Exact, StringComparer.Ordinal)
            .Select(word => word.Exact)
            .FirstOrDefault();
    }

    private bool IsKnown(string exact) => snapshot.IndexReader.DocFreq(new Term(IndexFields.AllExact, exact)) > 0;

    private List<(string Exact, double Likelihood)> Near(string exact, int edits)
    {
        var near = new List<(string, double)>();
        if (MultiFields.GetTerms(snapshot.IndexReader, IndexFields.AllExact) is not { } terms)
            return near;
        var term = new Term(IndexFields.AllExact, exact);
        var enumerator = new FuzzyTermsEnum(
            terms,
            new AttributeSource(),
            term,
            edits,
            prefixLength: 0,
            transpositions: true
        );
        var typed = Letters(exact);
        while (enumerator.MoveNext())
        {
            var candidate = enumerator.Term.Utf8ToString();
            if (EditDistance.Of(typed, Letters(candidate), edits) > edits || candidate.Any(char.IsDigit))
                continue;
            var firstLetter = candidate[0] == exact[0] ? 1 : WrongFirstLetter;
            near.Add((candidate, enumerator.DocFreq * firstLetter));
        }
        return near;
    }

    private static int[] Letters(string word) => [.. word.EnumerateRunes().Select(rune => rune.Value)];
}
