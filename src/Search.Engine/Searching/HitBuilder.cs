using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Snippets;

namespace Search.Engine.Searching;

/// <summary>From candidates to what a hit shows: highlights and snippets. Knows no engine.</summary>
internal sealed class HitBuilder(TextAnalysis analysis)
{
    /// <summary>The hits of one page, in order.</summary>
    public IReadOnlyList<SearchHit> Build(CandidatePage page, ParsedQuery query, SearchRequest request)
    {
        var terms = TermsOf(page, query);
        return [.. page.Items.Select(candidate => Build(candidate, terms, request))];
    }

    /// <summary>What is marked for a query in any text, once it is known what the index made of its words.</summary>
    public HighlightTerms TermsOf(CandidatePage page, ParsedQuery query)
    {
        var terms = HighlightTerms.Of(query, analysis);
        foreach (var row in page.Rows)
        {
            if (row is [var stem])
                terms.AddStem(stem);
            else
                terms.AddStems(row);
        }
        return terms;
    }

    private static SearchHit Build(Candidate candidate, HighlightTerms terms, SearchRequest request)
    {
        var passages = candidate.Passages.Select(found => Build(found, terms, request.SnippetWords)).ToList();
        var isPassage = request.Group is HitGroup.Passage or HitGroup.Answer && passages.Count > 0;
        return new SearchHit
        {
            Record = candidate.Head,
            Score = candidate.Score,
            Title = Highlight(candidate.Head.Title, terms, QueryField.Title),
            Snippet = isPassage ? passages[0].Snippet : SnippetOf(candidate, passages, terms, request.SnippetWords),
            Passage = isPassage ? passages[0] : null,
            Passages = isPassage ? [] : passages,
            Also = candidate.Also,
            Explanation = candidate.Explanation,
        };
    }

    // An interview without an introduction, or found only by its answers, shows its best answer.
    private static Snippet? SnippetOf(
        Candidate candidate,
        IReadOnlyList<PassageHit> passages,
        HighlightTerms terms,
        int words
    )
    {
        var (field, text) = candidate.Head is Talk talk
            ? ("abstract", talk.Abstract)
            : ("intro", ((Interview)candidate.Head).Intro);
        var own = text is null ? null : SnippetMaker.Make(field, text, terms, words);
        var hasMatch = own?.Ranges.Count > 0;
        return hasMatch || passages.Count == 0 ? own : passages[0].Snippet;
    }

    private static PassageHit Build(PassageCandidate found, HighlightTerms terms, int words) =>
        new(
            found.Passage,
            Highlight(found.Passage.Question, terms, QueryField.All),
            SnippetMaker.Make("answer", found.Passage.Answer, terms, words),
            found.Score
        );

    private static HighlightedText Highlight(string text, HighlightTerms terms, QueryField field) =>
        new(text, Highlighter.Ranges(text, terms, field));
}
