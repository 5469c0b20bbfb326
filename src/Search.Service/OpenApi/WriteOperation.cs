using Microsoft.OpenApi;
using Search.Service.Parameters;

namespace Search.Service.OpenApi;

/// <summary>What the OpenAPI document says of writing.</summary>
internal static class WriteOperation
{
    /// <summary>What makes writes safe to repeat and to do side by side.</summary>
    public const string Safety =
        "Send an ETag as If-Match to change only what you have read, If-None-Match: * to add only what is not there, and an "
        + "Idempotency-Key to get the same answer when you send the request again.";

    /// <summary>Adds the id, the parameters, the headers, the body and what comes back.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">Of the query string.</param>
    /// <param name="body">The media type of the body; null without one.</param>
    public static void Complete(OpenApiOperation operation, IReadOnlyList<Parameter> parameters, string? body)
    {
        operation.Parameters =
        [
            DocumentOperation.Id,
            .. parameters.Select(SearchOperation.InQuery),
            Header("If-Match", "The ETag that the record must have, or * when it must be there."),
            Header("If-None-Match", "* when the record must not be there."),
            IdempotencyKey,
        ];
        var record = Content("application/json", DocumentOperation.RecordSchema);
        operation.Responses!.Remove("200");
        if (body is null)
        {
            operation.Responses["204"] = new OpenApiResponse { Description = "It has gone." };
            return;
        }
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(body, BodySchema(body)) };
        operation.Responses["200"] = new OpenApiResponse { Description = "The record as it stands.", Content = record };
        if (operation.OperationId == "putDocument")
            operation.Responses["201"] = new OpenApiResponse { Description = "The record is new.", Content = record };
    }

    /// <summary>Adds the name of the source.</summary>
    public static void CompleteDeleteSource(OpenApiOperation operation)
    {
        operation.Parameters =
        [
            new OpenApiParameter
            {
                Name = "name",
                In = ParameterLocation.Path,
                Required = true,
                Description = "The source as /v1/sources names it, as encodeURIComponent makes it.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = "relay-2024",
            },
        ];
        operation.Responses!.Remove("200");
        operation.Responses["204"] = new OpenApiResponse { Description = "They have gone." };
    }

    /// <summary>Says what the lines are.</summary>
    public static void CompleteLines(OpenApiOperation operation)
    {
        operation.Parameters = [.. WriteParameters.All.Select(SearchOperation.InQuery), IdempotencyKey];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = Content(DocumentOperation.Lines, DocumentOperation.RecordSchema),
        };
    }

    private static OpenApiParameter IdempotencyKey =>
        Header("Idempotency-Key", "Stands for this request, such as a UUID; its answer is kept for 24 hours.");

    private static OpenApiParameter Header(string name, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static Dictionary<string, OpenApiMediaType> Content(string type, OpenApiSchema schema) =>
        new(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } };

    private static OpenApiSchema BodySchema(string type) =>
        type == "application/json"
            ? DocumentOperation.RecordSchema
            : new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Members to replace; null removes one." };
}
