using Microsoft.OpenApi;
using Search.Service.Parameters;

namespace Search.Service.OpenApi;

/// <summary>The parameters of insights in the OpenAPI document.</summary>
internal static class InsightsOperation
{
    public static void Complete(OpenApiOperation operation) =>
        operation.Parameters = [.. InsightsParameters.All.Select(SearchOperation.InQuery)];
}
