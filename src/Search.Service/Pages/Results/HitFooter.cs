using System.Globalization;
using Search.Engine.Documents;
using Search.Engine.Searching;

namespace Search.Service.Pages.Results;

/// <summary>Below a hit: where its original stands, and why it was found.</summary>
internal static class HitFooter
{
    // What is less is shown as 0.0.
    private const float LeastShown = 0.05f;

    public static Html Of(SearchHit hit)
    {
        var original = Original(hit);
        var why = Why(hit.Explanation);
        return original == Html.None && why == Html.None
            ? Html.None
            : Html.Of($"""<div class="below">{why}{original}</div>""");
    }

    private static Html Original(SearchHit hit)
    {
        var url = hit.Passage is null ? hit.Record.Url : RecordUrl.Of((Interview)hit.Record, hit.Passage.Passage);
        return WebLink.IsWeb(url) ? Html.Of($"""<a class="original" href="{url}">Original</a>""") : Html.None;
    }

    private static Html Why(ScoreExplanation? explanation) =>
        explanation is null
            ? Html.None
            : Html.Of(
                $"""<details class="why"><summary>Why this result</summary><p>{explanation.Sentence} {Parts(explanation)}</p></details>"""
            );

    private static string Parts(ScoreExplanation explanation) =>
        string.Join(
            ", ",
            explanation
                .Parts.Where(part => Math.Abs(part.Value) >= LeastShown)
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Value:0.0}"))
        ) + ".";
}
