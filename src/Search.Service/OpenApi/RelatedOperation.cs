using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Search.Service.Parameters;

namespace Search.Service.OpenApi;

/// <summary>The parameters of related works in the OpenAPI document.</summary>
internal static class RelatedOperation
{
    /// <summary>Adds the id and the parameters of the query string.</summary>
    public static void Complete(OpenApiOperation operation)
    {
        operation.Parameters = [DocumentOperation.Id, .. RelatedParameters.ToRecord.Select(SearchOperation.InQuery)];
        AddExample(operation);
    }

    /// <summary>Adds the body.</summary>
    public static void CompleteToText(OpenApiOperation operation)
    {
        var example = new JsonObject { ["text"] = RelatedParameters.Text.Example, ["limit"] = 3 };
        operation.RequestBody = SearchOperation.Body(
            RelatedParameters.ToText,
            "The text, and what hits must be.",
            example
        );
        AddExample(operation);
    }

    private static void AddExample(OpenApiOperation operation)
    {
        if (operation.Responses?["200"].Content?["application/json"] is OpenApiMediaType content)
            content.Example = ExampleAnswers.Related;
    }
}
