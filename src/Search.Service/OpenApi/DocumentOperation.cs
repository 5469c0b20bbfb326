using Microsoft.OpenApi;

namespace Search.Service.OpenApi;

/// <summary>A record in the OpenAPI document: it goes out as it was stored, so no type of ours describes it.</summary>
internal static class DocumentOperation
{
    /// <summary>The media type of an export.</summary>
    public const string Lines = "application/x-ndjson";

    /// <summary>A record in the collection format.</summary>
    public static OpenApiSchema RecordSchema =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "A record in the collection format; members that this version does not know are kept.",
            Required = new HashSet<string>(StringComparer.Ordinal) { "id", "kind", "title" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["id"] = Text("Unique in the collection."),
                ["kind"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["talk", "interview"] },
                ["title"] = Text("Plain text, as all of the following."),
                ["abstract"] = Text("Of a talk; paragraphs are separated by an empty line."),
                ["intro"] = Text("Of an interview; what stands before the first question."),
                ["speakers"] = Texts("In an interview, those who answer."),
                ["topics"] = Texts("What it is about."),
                ["event"] = Text("The conference or series."),
                ["date"] = Text("A year, a month or a day."),
                ["language"] = Text("ISO 639-1 where one exists."),
                ["url"] = Text("Where the original stands."),
                ["questions"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "Of an interview.",
                    Items = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["question"] = Text("Plain text."),
                            ["answer"] = Text("Plain text."),
                            ["url"] = Text("Leads to the question."),
                        },
                    },
                },
            },
        };

    /// <summary>The id in the path.</summary>
    public static OpenApiParameter Id =>
        new()
        {
            Name = "id",
            In = ParameterLocation.Path,
            Required = true,
            Description =
                "The id as encodeURIComponent makes it, decoded exactly once. A slash may also stand as it is. A passage "
                + "has the id of its interview, %23 and the number of the question.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = "relay-2024/quorum",
        };

    /// <summary>Adds the id, and the record as the other form of the answer.</summary>
    public static void Complete(OpenApiOperation operation)
    {
        operation.Parameters = [Id];
        if (
            operation.Responses?["200"].Content?["application/json"] is OpenApiMediaType { Schema: { } passage } content
        )
            content.Schema = new OpenApiSchema { AnyOf = [RecordSchema, passage] };
    }

    /// <summary>Says what each line of an export is.</summary>
    public static void CompleteExport(OpenApiOperation operation)
    {
        if (operation.Responses?["200"].Content?[Lines] is OpenApiMediaType content)
            content.Schema = RecordSchema;
    }

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Texts(string description) =>
        new()
        {
            Type = JsonSchemaType.Array,
            Description = description,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
