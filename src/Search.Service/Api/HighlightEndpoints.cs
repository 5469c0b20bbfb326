using Microsoft.AspNetCore.Http.HttpResults;
using Search.Engine.Documents;
using Search.Engine.Searching;
using Search.Service.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Api;

/// <summary><c>/v1/documents/{id}/highlights</c>: what a search marks in the whole texts of a record.</summary>
internal static class HighlightEndpoints
{
    // "v1" and "documents".
    private const int SegmentsBeforeId = 2;

    public static void MapHighlights(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1/documents/{id}/highlights", Methods.Read, Highlight).DescribeHighlights();
        routes
            .Map(EndsInSegment.OfDocument("highlights"), Highlight)
            .WithMetadata(new HttpMethodMetadata(Methods.Read))
            .ExcludeFromDescription();
    }

    private static Results<Ok<HighlightsResult>, StatusCodeHttpResult, ProblemResult> Highlight(
        HttpContext context,
        SearchEngine engine,
        SearchInputReader reader,
        AnswerTag tag
    )
    {
        var input = reader.Search(ParameterValues.FromQuery(context.Request.QueryString.Value));
        if (input.Faults.Count > 0)
            return new ProblemResult(Problem.Of(input.Faults));
        if (
            !RawPath.TryReadBeforeLast(context.Request, SegmentsBeforeId, out var id)
            || engine.Find(id) is not { } stored
        )
            return new ProblemResult(ProblemCode.NotFound, "No record has this id.");
        if (tag.IsKnown(context, $"highlights\n{id}\n{input.Identity}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var found = engine.Highlight(stored.Record, input.Request, context.RequestAborted);
        return TypedResults.Ok(ToResult(stored.Record, input, found));
    }

    private static HighlightsResult ToResult(Record record, SearchInput input, RecordHighlights found) =>
        new(
            record.Id,
            input.Request.Query,
            ResultMapping.ToRanges(found.Title),
            ResultMapping.ToRanges(found.Text),
            [
                .. found.Passages.Select(passage => new QuestionHighlights(
                    RecordId.OfPassage(record.Id, passage.Number),
                    ResultMapping.ToRanges(passage.Question),
                    ResultMapping.ToRanges(passage.Answer)
                )),
            ],
            input.Warnings
        );
}

/// <summary>What a search marks in a record; ranges are sorted and apart.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Query">The query as it was used.</param>
/// <param name="TitleRanges">In the title.</param>
/// <param name="TextRanges">In the abstract of a talk, or the intro of an interview.</param>
/// <param name="Questions">In the questions and answers, in the order of the record.</param>
/// <param name="Warnings">Plain sentences about what could not be done as asked.</param>
internal sealed record HighlightsResult(
    string Id,
    string Query,
    IReadOnlyList<TextRange> TitleRanges,
    IReadOnlyList<TextRange> TextRanges,
    IReadOnlyList<QuestionHighlights> Questions,
    IReadOnlyList<string> Warnings
);

/// <summary>What a search marks in a passage.</summary>
/// <param name="Id">The interview's id, <c>#</c> and the number of the question.</param>
/// <param name="QuestionRanges">In the question.</param>
/// <param name="AnswerRanges">In the answer.</param>
internal sealed record QuestionHighlights(
    string Id,
    IReadOnlyList<TextRange> QuestionRanges,
    IReadOnlyList<TextRange> AnswerRanges
);
