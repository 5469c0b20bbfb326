using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Service.Access;
using Search.Service.Hosting;
using Search.Service.OpenApi;
using Search.Service.Problems;

namespace Search.Service.Api;

/// <summary><c>/v1/documents/{id}</c>: one record, or one passage.</summary>
/// <remarks>
/// A record is answered just as it stands in the collection format, members included that this version does not know: what
/// is read here can be indexed again. Whose it is and which other forms it has stand in the headers <c>Search-Source</c>
/// and <c>Link</c>.
/// </remarks>
internal static class DocumentEndpoints
{
    // "v1" and "documents".
    private const int SegmentsBeforeId = 2;

    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        // A catch-all, since ids hold slashes and people type them as they are; an encoded slash is no border either way.
        routes
            .MapMethods("/v1/documents/{**id}", Methods.Read, Find)
            .Needs(AccessNeed.ReadInScope)
            .DescribeDocuments();

    private static Results<FileContentHttpResult, Ok<PassageDocument>, ProblemResult> Find(
        HttpContext context,
        SearchEngine engine,
        AnswerTag tag,
        PublicAddress address
    )
    {
        if (!RawPath.TryReadRest(context.Request, SegmentsBeforeId, out var id))
            return NotFound();
        tag.SetLifetime(context);
        var scope = Caller.Of(context).Filter;
        if (RecordId.TryParsePassage(id, out var interviewId, out var number))
            return FindPassage(engine.Find(interviewId, scope), number) is { } passage
                ? TypedResults.Ok(passage)
                : NotFound();
        if (engine.Find(id, scope) is not { } stored)
            return NotFound();
        context.Response.Headers["Search-Source"] = Uri.EscapeDataString(stored.Source);
        if (stored.Also.Count > 0)
            context.Response.Headers.Link = string.Join(", ", stored.Also.Select(form => LinkTo(form)));
        return TypedResults.Bytes(
            stored.Json,
            "application/json; charset=utf-8",
            entityTag: AnswerTag.OfContent(stored.Json.Span)
        );

        string LinkTo(RelatedForm form) =>
            $"<{address.Of(context.Request, $"/v1/documents/{Uri.EscapeDataString(form.Id)}")}>; rel=\"alternate\"";
    }

    private static PassageDocument? FindPassage(StoredRecord? stored, int number)
    {
        if (stored?.Record is not Interview interview)
            return null;
        var passage = interview.Passages.FirstOrDefault(p => p.Number == number);
        return passage is null
            ? null
            : new PassageDocument(
                RecordId.OfPassage(interview.Id, number),
                ResultMapping.ToInterview(interview),
                passage.Question,
                passage.Answer,
                RecordUrl.Of(interview, passage)
            );
    }

    private static ProblemResult NotFound() => new(ProblemCode.NotFound, "No record has this id.");
}

/// <summary>A passage by itself.</summary>
/// <param name="Id">The interview's id, <c>#</c> and the number of the question.</param>
/// <param name="Interview">Where the question was asked.</param>
/// <param name="Question">Plain text.</param>
/// <param name="Answer">Plain text; paragraphs are separated by an empty line.</param>
/// <param name="Url">Leads to the question, where the source allows it.</param>
internal sealed record PassageDocument(
    string Id,
    AnswerInterview Interview,
    string Question,
    string Answer,
    string? Url
);
