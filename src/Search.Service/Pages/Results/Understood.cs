using Search.Engine.Searching;
using Search.Service.Api;

namespace Search.Service.Pages.Results;

/// <summary>What was understood of a query, where that is more than its words; warnings; and what else may have been meant.</summary>
internal static class Understood
{
    public static Html Of(Site site, TimedAnswer answer)
    {
        var (input, response, _) = answer;
        return Html.Of(
            $"""
            {Reading(site, input.Request, response)}
            {input.Warnings.Concat(response.Warnings).Select(Warning)}
            {response.Suggestions.Select(other => DidYouMean(site, input.Request, response, other))}
            """
        );
    }

    private static Html Reading(Site site, SearchRequest request, SearchResponse response)
    {
        var read = response.Interpreted;
        var isPlain =
            read is { Phrases.Count: 0, Excluded.Count: 0, Filters.Count: 0, Corrected.Count: 0, Synonyms.Count: 0 };
        var needsAll = read.Share >= 1 || read.Words.Count < 2;
        if ((isPlain && needsAll) || response.TotalHits == 0)
            return Html.None;
        IEnumerable<Html> parts =
        [
            .. List("the words", read.Words),
            .. List("the phrase", read.Phrases),
            .. List("also", [.. read.Synonyms.Select(synonym => synonym.To).Distinct()]),
            .. List("without", read.Excluded),
            .. List("only", read.Filters),
        ];
        return Html.Of(
            $"""<p class="understood">Looked for {Joined([.. parts])}.{NotAllWords(site, request, read)}</p>"""
        );
    }

    private static Html NotAllWords(Site site, SearchRequest request, InterpretedQuery read)
    {
        if (read.Share >= 1 || read.Words.Count < 2 || request.Match != MatchMode.Auto)
            return Html.None;
        var all = site.Search(request with { Match = MatchMode.All, Page = 1 });
        return Html.Of(
            $""" Few have every word, so those with the most telling ones count too. <a href="{all}" rel="nofollow">Only with every word</a>"""
        );
    }

    private static IEnumerable<Html> List(string name, IReadOnlyList<string> texts) =>
        texts.Count == 0
            ? []
            : [Html.Of($"{name} {Joined([.. texts.Select(text => Html.Of($"<strong>{Html.Text(text)}</strong>"))])}")];

    private static Html Joined(IReadOnlyList<Html> pieces) =>
        Html.Join(pieces.SelectMany((piece, place) => place == 0 ? [piece] : new[] { Html.Of($", "), piece }));

    private static Html Warning(string warning) => Html.Of($"""<p class="warning">{Html.Text(warning)}</p>""");

    private static Html DidYouMean(Site site, SearchRequest request, SearchResponse response, SuggestedQuery other)
    {
        var link = site.Search(request with { Query = other.Query, Page = 1 });
        if (response.Interpreted.Corrected.Count == 0)
            return Html.Of(
                $"""<p class="suggestion">Did you mean <a href="{link}">{Html.Text(other.Query)}</a>? <small>{other.TotalHits:N0} found</small></p>"""
            );
        var asTyped = site.Search(request with { CorrectSpelling = false, Page = 1 });
        return Html.Of(
            $"""
            <p class="suggestion">Showing results for <a href="{link}">{Html.Text(
                other.Query
            )}</a>, since not every word of
            <a href="{asTyped}" rel="nofollow">{Html.Text(request.Query)}</a> is in the collection.</p>
            """
        );
    }
}
