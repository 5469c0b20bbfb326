using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Service.Pages.Results;

namespace Search.Service.Pages.Records;

/// <summary>What the page of a speaker or a topic is made of.</summary>
/// <param name="Field">Speaker or topic.</param>
/// <param name="Name">As most records spell it.</param>
/// <param name="Request">The search behind it.</param>
/// <param name="Works">All of it, newest first, one page.</param>
/// <param name="Answers">Answers of interviews on the topic; empty for a speaker.</param>
internal sealed record NameView(
    FacetField Field,
    string Name,
    SearchRequest Request,
    SearchResponse Works,
    IReadOnlyList<SearchHit> Answers
)
{
    private const int WorksPerPage = 20;
    private const int MostAnswers = 3;

    /// <summary>
    /// The search behind the page. The name is asked for by an expression, since a facet passes over its own selection, and
    /// the page shows what stands beside the name.
    /// </summary>
    public static SearchRequest RequestFor(FacetField field, string name, int page) =>
        new()
        {
            Filter = new RecordFilter
            {
                Expression = new TextCondition(
                    field == FacetField.Speaker ? FilterField.Speaker : FilterField.Topic,
                    [name]
                ),
            },
            Sort = SortOrder.DateDescending,
            Page = Math.Min(page, SearchLimits.MaxDepth / WorksPerPage),
            HitsPerPage = WorksPerPage,
            Facets = [FacetField.Kind, FacetField.Year, FacetField.Topic, FacetField.Speaker, FacetField.Event],
        };

    /// <summary>Answers that speak of a topic, in interviews on it.</summary>
    public static SearchRequest AnswersOn(string topic) =>
        new()
        {
            Query = topic,
            Match = MatchMode.All,
            Filter = new RecordFilter { Topics = [topic] },
            Group = HitGroup.Answer,
            HitsPerPage = MostAnswers,
        };
}

/// <summary>All by one speaker, or on one topic.</summary>
/// <param name="site">Where it leads.</param>
internal sealed class NamePage(Site site)
{
    public HtmlPage Of(NameView view)
    {
        var (field, name) = (view.Field, view.Name);
        var address = field == FacetField.Speaker ? site.Speaker(name) : site.Topic(name);
        var pages = PageNavigation.Of(
            view.Request,
            view.Works.TotalHits,
            page => page == 1 ? address : $"{address}?page={page}"
        );
        var isFirst = view.Request.Page == 1;
        var main = Html.Of(
            $"""
            <div class="top"><p class="caption">{(field == FacetField.Speaker ? "Speaker" : "Topic")}</p>
            <h1 dir="auto">{Html.Text(name)}</h1>
            <p class="total">{NameFacets.Summary(view)}</p></div>
            {new NameFacets(site, view).ToHtml()}
            <div class="list">
            {(isFirst ? Answers(view) : Html.None)}
            <section><h2>{(field == FacetField.Speaker ? "Talks and interviews" : "Newest first")}</h2>
            {WorkList.Of(site, view.Works.Hits, withText: true)}
            {(view.Works.Hits.Count == 0 ? NothingFound.PageBehindLast(pages) : Html.None)}
            {pages.ToHtml()}</section>
            <p class="follow"><a href="{site.Search(Filtered(view))}">Sort and filter these</a>
            <a href="{site.Feed(Filtered(view))}">Follow as a feed</a></p>
            </div>
            """
        );
        return new HtmlPage(name, main)
        {
            Kind = "results",
            Canonical = pages.Address(view.Request.Page),
            IsListed = true,
            Description = $"{name}: {NameFacets.Summary(view)}",
            Head = Html.Join([pages.ToHead(), FeedLink(view), About(view)]),
            Json = site.Path("/v1/search" + Parameters.SearchAddress.Of(view.Request)),
        };
    }

    private Html Answers(NameView view)
    {
        if (view.Answers.Count == 0)
            return Html.None;
        var foundBy = new SearchRequest { Query = view.Name, Group = HitGroup.Passage };
        var list = new HitList(site, foundBy) { WithTopics = false };
        return Html.Of(
            $"""
            <section><h2>Answers on {Html.Text(view.Name)}</h2>
            {list.Of(view.Answers)}
            </section>
            """
        );
    }

    private Html About(NameView view) =>
        view.Field == FacetField.Speaker ? new JsonLd(site).OfSpeaker(view.Name) : Html.None;

    private Html FeedLink(NameView view) =>
        Html.Of(
            $"""<link rel="alternate" type="application/atom+xml" title="{view.Name}" href="{site.Feed(Filtered(view))}">"""
        );

    // The same by plain parameters, where every facet can be widened again.
    private static SearchRequest Filtered(NameView view) =>
        new()
        {
            Filter =
                view.Field == FacetField.Speaker
                    ? new RecordFilter { Speakers = [view.Name] }
                    : new RecordFilter { Topics = [view.Name] },
        };
}
