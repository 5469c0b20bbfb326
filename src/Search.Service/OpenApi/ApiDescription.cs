using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Search.Service.Access;
using Search.Service.Api;
using Search.Service.Hosting;

namespace Search.Service.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and its reader at <c>/docs</c>.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = SchemaName;
                options.AddDocumentTransformer(
                    (document, context, _) =>
                    {
                        Complete(document, context.ApplicationServices.GetRequiredService<PublicAddress>());
                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").Needs(AccessNeed.Nothing);
        routes.MapScalarApiReference("/docs", ServeAllFromHere).Needs(AccessNeed.Nothing);
    }

    // The script comes with the package and is served by this process; what would still be fetched from elsewhere is off.
    private static void ServeAllFromHere(ScalarOptions options)
    {
        options.Title = "Search API";
        options.DynamicNonce = true;
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.Mcp = new ScalarMcpOptions { Disabled = true };
        options.HideClientButton = true;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.DocumentDownloadType = DocumentDownloadType.Json;
    }

    private static void Complete(OpenApiDocument document, PublicAddress address)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Search API",
            Version = "v1",
            Description =
                "Full-text search over conference talks and interviews. Strings whose name ends in html are safe to put "
                + "into a page; every other string is plain text.",
            License = new OpenApiLicense { Name = "Apache-2.0" },
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["key"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "A key that search-indexer keys add has printed. Writing needs an admin key; reading needs a key once there is "
                    + "a search key.",
            },
        };
        // Either none or a key: which, depends on the route and on the keys that there are.
        document.Security =
        [
            [],
            new() { [new OpenApiSecuritySchemeReference("key", document)] = [] },
        ];
        document.Servers = [new OpenApiServer { Url = address.Root }];
        // An answer to HEAD is that to GET without its body; saying so for each route would only be noise.
        foreach (var path in document.Paths.Values)
            path.Operations?.Remove(HttpMethod.Head);
    }

    private static string? SchemaName(System.Text.Json.Serialization.Metadata.JsonTypeInfo type)
    {
        if (type.Type == typeof(SearchResult<ResultHit>))
            return "SearchResult";
        return type.Type == typeof(SearchResult<AnswerHit>)
            ? "AnswersResult"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
    }
}
