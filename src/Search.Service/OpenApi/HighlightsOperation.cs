using Microsoft.OpenApi;
using Search.Service.Parameters;

namespace Search.Service.OpenApi;

/// <summary>The parameters of highlights in the OpenAPI document.</summary>
internal static class HighlightsOperation
{
    // The others are understood too, and change nothing.
    private static readonly Parameter[] OfQuery =
    [
        SearchParameters.Query,
        SearchParameters.Syntax,
        SearchParameters.Match,
        SearchParameters.Typo,
    ];

    /// <summary>Adds the id, the query, and an example of the answer.</summary>
    public static void Complete(OpenApiOperation operation)
    {
        operation.Parameters = [DocumentOperation.Id, .. OfQuery.Select(SearchOperation.InQuery)];
        if (operation.Responses?["200"].Content?["application/json"] is OpenApiMediaType content)
            content.Example = ExampleAnswers.Highlights;
    }
}
