using Search.Engine.Documents;
using Search.Engine.Relating;
using Search.Engine.Searching;
using Search.Service.Api;
using Search.Service.Pages.Results;
using Search.Service.Parameters;

namespace Search.Service.Pages.Records;

/// <summary>
/// <c>/documents/{id}</c>, <c>/speakers/{name}</c> and <c>/topics/{name}</c>. Ids and names are one segment as
/// encodeURIComponent makes it, and are also understood with their slashes as they are.
/// </summary>
internal static class RecordEndpoints
{
    // "documents", "speakers" or "topics".
    private const int SegmentsBeforeName = 1;
    private const int MostSpeakers = 3;
    private const int WorksOfSpeaker = 4;

    public static void MapRecordPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/documents/{**id}", Methods.Read, Document).ExcludeFromDescription();
        routes.MapMethods("/speakers/{**name}", Methods.Read, Speaker).ExcludeFromDescription();
        routes.MapMethods("/topics/{**name}", Methods.Read, Topic).ExcludeFromDescription();
    }

    private static IResult Document(
        HttpContext context,
        Site site,
        SearchEngine engine,
        SearchInputReader reader,
        AnswerTag tag
    )
    {
        if (!RawPath.TryReadRest(context.Request, SegmentsBeforeName, out var id))
            return Missing.Page(site, "record", "", engine);
        if (RecordId.TryParsePassage(id, out var interviewId, out var number))
        {
            var interview = site.Document(interviewId) + context.Request.QueryString.Value;
            return TypedResults.LocalRedirect($"{interview}#{QuestionAnchor.Of(number)}");
        }
        if (engine.Find(id) is not { } stored)
            return Missing.Page(site, "record", id, engine);
        tag.SetLifetime(context);
        var cancel = context.RequestAborted;
        var foundBy = FoundBy(context, reader);
        var view = new DocumentView(
            stored,
            engine.Highlight(stored.Record, foundBy ?? new SearchRequest(), cancel),
            foundBy,
            engine.Related(new RelatedRequest(new StoredTarget(id)), cancel),
            [.. BySpeakers(engine, stored.Record, cancel)]
        );
        return new DocumentPage(site).Of(view);
    }

    private static IResult Speaker(HttpContext context, Site site, SearchEngine engine, AnswerTag tag) =>
        Name(context, site, engine, tag, FacetField.Speaker);

    private static IResult Topic(HttpContext context, Site site, SearchEngine engine, AnswerTag tag) =>
        Name(context, site, engine, tag, FacetField.Topic);

    private static IResult Name(HttpContext context, Site site, SearchEngine engine, AnswerTag tag, FacetField field)
    {
        var kind = FacetNames.Of(field);
        if (!RawPath.TryReadRest(context.Request, SegmentsBeforeName, out var name) || string.IsNullOrWhiteSpace(name))
            return Missing.Page(site, kind, "", engine);
        var reading = new ParameterReading(ParameterValues.FromQuery(context.Request.QueryString.Value));
        var page = SearchParameters.Page.Read(reading);
        var request = NameView.RequestFor(field, name, reading.Faults.Count == 0 ? page : 1);
        var works = engine.Search(request, context.RequestAborted);
        if (works.TotalHits == 0)
            return Missing.Page(site, kind, name, engine);
        tag.SetLifetime(context);
        var spelling = works
            .Facets.Where(facet => facet.Field == field)
            .SelectMany(facet => facet.Values)
            .FirstOrDefault(value => FacetSelections.IsSpelling(value.Value, name));
        var answers = field == FacetField.Topic && page == 1 ? Answers(engine, name, context.RequestAborted) : [];
        return new NamePage(site).Of(new NameView(field, spelling?.Value ?? name, request, works, answers));
    }

    // An answer that is there for its interview's title alone does not speak of the topic.
    private static IReadOnlyList<SearchHit> Answers(SearchEngine engine, string topic, CancellationToken cancel) =>
        [
            .. engine
                .Search(NameView.AnswersOn(topic), cancel)
                .Hits.Where(hit => hit.Passage is { } passage && HitList.IsMarked(passage)),
        ];

    // What the address carries beside the id is the search that led there; a faulty one did not.
    private static SearchRequest? FoundBy(HttpContext context, SearchInputReader reader)
    {
        var input = reader.Search(ParameterValues.FromQuery(context.Request.QueryString.Value));
        return input.Faults.Count > 0 || SearchAddress.Of(input.Request).Length == 0 ? null : input.Request;
    }

    private static IEnumerable<WorksOfSpeaker> BySpeakers(SearchEngine engine, Record record, CancellationToken cancel)
    {
        foreach (var name in record.Speakers.Where(SpeakerName.IsSomebody).Take(MostSpeakers))
        {
            var request = new SearchRequest
            {
                Filter = new RecordFilter { Speakers = [name] },
                Sort = SortOrder.DateDescending,
                HitsPerPage = WorksOfSpeaker + 1,
            };
            var found = engine.Search(request, cancel);
            var others = found
                .Hits.Where(hit => hit.Record.Id != record.Id && hit.Also.All(form => form.Id != record.Id))
                .Take(WorksOfSpeaker)
                .ToList();
            if (others.Count > 0)
                yield return new WorksOfSpeaker(name, others, found.TotalHits);
        }
    }
}
