using Microsoft.OpenApi;
using Search.Service.Parameters;
using Search.Service.Problems;
using Search.Service.Writing;

namespace Search.Service.OpenApi;

/// <summary>What the OpenAPI document says of each route.</summary>
internal static class RouteDescriptions
{
    private const string Caching =
        "Send the ETag of an answer as If-None-Match to get 304 as long as nothing was committed. The header Link leads to "
        + "the first, previous and next page.";

    public static void DescribeSearch(this RouteHandlerBuilder route, string name) =>
        route
            .Describe(
                name,
                "Search",
                "Search talks and interviews",
                $"Gives the best records, with what matched. {Caching}"
            )
            .WithProblems(400, 413, 414, 503)
            .Complete(operation => SearchOperation.Complete(operation, SearchParameters.All, ExampleAnswers.Search));

    public static void DescribeAnswers(this RouteHandlerBuilder route, string name) =>
        route
            .Describe(
                name,
                "Search",
                "Search the answers of interviews",
                $"Gives the best passages: a question with its answer each. {Caching}"
            )
            .WithProblems(400, 413, 414, 503)
            .Complete(operation =>
                SearchOperation.Complete(operation, SearchParameters.OfAnswers, ExampleAnswers.Answers)
            );

    public static void DescribeSuggest(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "suggest",
                "Search",
                "Suggest while someone types",
                "Gives phrases to search for, talks and interviews by their titles, and speakers and topics to filter by. "
                    + "Each suggestion leads to at least one hit under the filters of the request. Suggestions follow a commit "
                    + "within a moment. Send the ETag of an answer as If-None-Match to get 304 as long as it still holds."
            )
            .Produces(StatusCodes.Status304NotModified)
            .WithProblems(400, 414, 503)
            .Complete(operation => SearchOperation.Complete(operation, SuggestParameters.All, ExampleAnswers.Suggest));

    public static void DescribeDocuments(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "document",
                "Collection",
                "Read a record or a passage",
                "Gives a record as it stands in the collection format, so that it can be indexed again, or the passage of an "
                    + "id with #N. The header Search-Source names the source that owns a record, Link the other records of its work."
            )
            .Produces(StatusCodes.Status304NotModified)
            .WithProblems(404, 503)
            .Complete(DocumentOperation.Complete);

    public static void DescribePut(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "putDocument",
                "Writing",
                "Put a record",
                "Puts a record in, in place of the one with its id, which keeps its owner. Answered with the record as it stands "
                    + $"when it is on the disk. {WriteOperation.Safety}"
            )
            .WithProblems(400, 401, 403, 409, 412, 413, 422, 429, 503, 507)
            .Complete(operation => WriteOperation.Complete(operation, WriteParameters.All, "application/json"));

    public static void DescribePatch(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "patchDocument",
                "Writing",
                "Change members of a record",
                "Takes a JSON merge patch (RFC 7396): members replace those of the record, null removes them, lists are replaced "
                    + $"as a whole. {WriteOperation.Safety}"
            )
            .WithProblems(400, 401, 403, 404, 409, 412, 413, 422, 429, 503, 507)
            .Complete(operation =>
                WriteOperation.Complete(operation, WriteParameters.All, "application/merge-patch+json")
            );

    public static void DescribeDelete(this RouteHandlerBuilder route) =>
        route
            .Describe("deleteDocument", "Writing", "Remove a record", $"Removes a record. {WriteOperation.Safety}")
            .WithProblems(400, 401, 403, 404, 409, 412, 422, 429, 503, 507)
            .Complete(operation => WriteOperation.Complete(operation, WriteParameters.OfDelete, body: null));

    public static void DescribeDeleteSource(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "deleteSource",
                "Writing",
                "Remove all records of a source",
                "Removes them in one commit. The header Search-Removed says how many there were."
            )
            .WithProblems(401, 403, 404, 429, 503, 507)
            .Complete(WriteOperation.CompleteDeleteSource);

    public static void DescribeLines(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "postDocuments",
                "Writing",
                "Put many records",
                "Takes records as JSON Lines and gives one result a line, in order and while they come in. A line that cannot be "
                    + "used is refused, the others go in. Without the parameter source they belong to api. With an "
                    + "Idempotency-Key the body is taken as a whole and comes true as one."
            )
            .Produces<LineResult>(StatusCodes.Status200OK, DocumentOperation.Lines)
            .WithProblems(400, 401, 403, 413, 422, 429, 503, 507)
            .Complete(WriteOperation.CompleteLines);

    public static void DescribeRelated(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "related",
                "Search",
                "Find what is like a record or a passage",
                "Gives the works that share the most telling words of the record's text, those with a shared speaker or topic a "
                    + "little higher; its own work is left out."
            )
            .Produces(StatusCodes.Status304NotModified)
            .WithProblems(400, 404, 503)
            .Complete(RelatedOperation.Complete);

    public static void DescribeHighlights(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "highlights",
                "Search",
                "Find what a search marks in a record",
                "Gives the places of the query's words in the whole texts of a record, with the corrections and synonyms of a "
                    + "search. Ranges count UTF-16 units in the texts as /v1/documents/{id} gives them."
            )
            .Produces(StatusCodes.Status304NotModified)
            .WithProblems(400, 404, 503)
            .Complete(HighlightsOperation.Complete);

    public static void DescribeRelatedToText(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "relatedToText",
                "Search",
                "Find what is like a pasted text",
                "Gives the works that are like the abstract of a proposal, say. A similarity near 1 means that nearly the same "
                    + "text is in the collection."
            )
            .WithProblems(400, 413, 503)
            .Complete(RelatedOperation.CompleteToText);

    public static void DescribeSources(this RouteHandlerBuilder route) =>
        route.Describe("sources", "Collection", "List the sources", "Says what came from where.").WithProblems(503);

    public static void DescribeStats(this RouteHandlerBuilder route) =>
        route
            .Describe("stats", "Collection", "Counts and versions", "Says what is served and when it was last written.")
            .Produces(StatusCodes.Status304NotModified)
            .WithProblems(503);

    public static void DescribeExport(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "export",
                "Collection",
                "Export all records",
                "Gives all records by id as JSON Lines, all of one commit; what comes out can be indexed again."
            )
            .Produces<string>(StatusCodes.Status200OK, DocumentOperation.Lines)
            .WithProblems(503)
            .Complete(DocumentOperation.CompleteExport);

    public static void DescribeInsights(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "insights",
                "Operation",
                "What people search and do not find",
                "Gives the most frequent queries of the last days, those without a result and the slowest. Queries are counted "
                    + "by day, without anything about who asked. Needs an admin key."
            )
            .WithProblems(400, 401)
            .Complete(InsightsOperation.Complete);

    public static void DescribeLive(this RouteHandlerBuilder route) =>
        route.Describe("live", "Operation", "Whether the process runs", "Answers 200 as long as the process runs.");

    public static void DescribeReady(this RouteHandlerBuilder route) =>
        route
            .Describe(
                "ready",
                "Operation",
                "Whether searches are answered",
                "Answers 200 once an index is open and warm."
            )
            .WithProblems(503);

    private static RouteHandlerBuilder Describe(
        this RouteHandlerBuilder route,
        string name,
        string tag,
        string summary,
        string description
    ) => route.WithName(name).WithTags(tag).WithSummary(summary).WithDescription(description);

    private static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.WithMetadata(
                new ProducesResponseTypeMetadata(status, typeof(Problem), ["application/problem+json"])
                {
                    Description = string.Join(", ", CodesOf(status)),
                }
            );
        }
        return route;
    }

    private static IEnumerable<string> CodesOf(int status) =>
        ProblemCode
            .All.Where(code => code.Status == status)
            .Select(code => $"{code.Name}: {code.Title.ToLowerInvariant()}");

    private static RouteHandlerBuilder Complete(this RouteHandlerBuilder route, Action<OpenApiOperation> complete) =>
        route.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                complete(operation);
                return Task.CompletedTask;
            }
        );
}
