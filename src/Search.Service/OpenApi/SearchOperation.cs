using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Search.Service.Parameters;

namespace Search.Service.OpenApi;

/// <summary>The parameters of a search in the OpenAPI document, from the definitions that read them.</summary>
internal static class SearchOperation
{
    private const string Json = "application/json";

    /// <summary>Adds the parameters, in a body when the operation has one, and an example of the answer.</summary>
    public static void Complete(OpenApiOperation operation, IReadOnlyList<Parameter> all, JsonNode answer)
    {
        if (operation.OperationId!.EndsWith("ByBody", StringComparison.Ordinal))
            operation.RequestBody = Body(
                all,
                "The parameters of the query string as JSON. An empty body is an empty search.",
                ExampleBody
            );
        else
            operation.Parameters = [.. all.Select(InQuery)];
        if (operation.Responses?["200"].Content?[Json] is OpenApiMediaType content)
            content.Example = answer;
    }

    private static JsonObject ExampleBody =>
        new()
        {
            ["q"] = "consensus protocols",
            ["kind"] = new JsonArray("talk"),
            ["year"] = new JsonArray(2024, "2017..2019"),
            ["facets"] = new JsonArray("topic", "year"),
            ["hitsPerPage"] = 5,
        };

    /// <summary>A parameter of the query string.</summary>
    public static OpenApiParameter InQuery(Parameter parameter) =>
        new()
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = parameter.Repeatable ? List(parameter) : parameter.Schema,
            Example = parameter.Example is null ? null : ExampleOf(parameter),
        };

    /// <summary>Parameters as members of a JSON body.</summary>
    public static OpenApiRequestBody Body(
        IReadOnlyList<Parameter> parameters,
        string description,
        JsonObject example
    ) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Json] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = parameters.ToDictionary(p => p.Name, InBody),
                    },
                    Example = example,
                },
            },
        };

    private static IOpenApiSchema InBody(Parameter parameter)
    {
        if (!parameter.Repeatable)
        {
            var schema = parameter.Schema;
            schema.Description = parameter.Description;
            return schema;
        }
        return new OpenApiSchema { Description = parameter.Description, AnyOf = [parameter.Schema, List(parameter)] };
    }

    private static OpenApiSchema List(Parameter parameter) =>
        new() { Type = JsonSchemaType.Array, Items = parameter.Schema };

    private static JsonNode ExampleOf(Parameter parameter) =>
        parameter.Repeatable ? new JsonArray(parameter.Example) : JsonValue.Create(parameter.Example)!;
}
