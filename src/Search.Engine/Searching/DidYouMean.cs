using System.Text;
using Search.Engine.Analysis;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>Another query that would find something.</summary>
/// <param name="Query">The whole query, as it would be typed.</param>
/// <param name="TotalHits">Exact, under the same filters.</param>
public sealed record SuggestedQuery(string Query, int TotalHits);

/// <summary>
/// Suggests a query with its words spelt otherwise: the correction that was searched already, or, where next to nothing was
/// found, a much commoner neighbour of a rare word, which is offered and never searched unasked.
/// </summary>
internal sealed class DidYouMean(CandidateFinder finder, TextAnalysis analysis)
{
    /// <summary>With more hits than this a rare word is taken to be meant.</summary>
    private const int FewHits = 3;

    /// <summary>At most one suggestion; empty when nothing better is known.</summary>
    public IReadOnlyList<SuggestedQuery> For(
        IndexSnapshot snapshot,
        CandidateRequest request,
        CandidatePage page,
        CancellationToken cancellationToken
    )
    {
        if (!request.CorrectSpelling || request.Time.IsUp)
            return [];
        var replacements = page.Corrections;
        if (replacements.Count == 0 && page.Total <= FewHits)
            replacements = CommonerWords(snapshot, request.Query.Text);
        if (replacements.Count == 0)
            return [];
        var query = Replace(request.Query.Text, replacements);
        var total = finder.Count(snapshot, request with { Query = SimpleQueryParser.Parse(query) }, cancellationToken);
        return total > 0 && (page.Corrections.Count > 0 || total > page.Total)
            ? [new SuggestedQuery(query, total)]
            : [];
    }

    private List<Correction> CommonerWords(IndexSnapshot snapshot, string text)
    {
        var corrector = new SpellingCorrector(snapshot, analysis);
        return
        [
            .. analysis
                .Tokenize(text)
                .Select(token => (Typed: text[token.Start..token.End], Commoner: Better(corrector, token.Exact)))
                .Where(word => word.Commoner is not null)
                .Select(word => new Correction(word.Typed, word.Commoner ?? "")),
        ];
    }

    // What is required or quoted is never read as something else; where it stands nowhere, its neighbour is offered.
    private static string? Better(SpellingCorrector corrector, string exact) =>
        corrector.Candidates(exact) is [var best, ..] ? best.Exact : corrector.Commoner(exact);

    // Only whole words: "art" is not to be put right inside "party".
    private string Replace(string text, IReadOnlyList<Correction> replacements)
    {
        var replaced = new StringBuilder();
        var at = 0;
        foreach (var token in analysis.Tokenize(text).Where(token => token.Start >= at))
        {
            var typed = text[token.Start..token.End];
            var better = replacements.FirstOrDefault(word =>
                word.From.Equals(typed, StringComparison.OrdinalIgnoreCase)
            );
            if (better is null || token.Start < at)
                continue;
            replaced.Append(text, at, token.Start - at).Append(better.To);
            at = token.End;
        }
        return replaced.Append(text, at, text.Length - at).ToString();
    }
}
