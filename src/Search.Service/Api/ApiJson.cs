using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Service.Insights;
using Search.Service.Problems;
using Search.Service.SearchBox;
using Search.Service.Writing;

namespace Search.Service.Api;

/// <summary>Writes what the API answers, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SearchResult<ResultHit>))]
[JsonSerializable(typeof(SearchResult<AnswerHit>))]
[JsonSerializable(typeof(SuggestResult))]
[JsonSerializable(typeof(PassageDocument))]
[JsonSerializable(typeof(RelatedResult))]
[JsonSerializable(typeof(HighlightsResult))]
[JsonSerializable(typeof(SourceList))]
[JsonSerializable(typeof(StatsResult))]
[JsonSerializable(typeof(HealthResult))]
[JsonSerializable(typeof(InsightsResult))]
[JsonSerializable(typeof(BoxVersion))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(LineResult))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>For what is written outside of a request's own answer, alike.</summary>
    public static ApiJson Plain { get; } =
        new(
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                NumberHandling = JsonNumberHandling.Strict,
            }
        );

    /// <summary>Sets up the JSON of the whole service.</summary>
    /// <remarks>
    /// Only what JSON itself demands is escaped, so that <c>é</c>, <c>공</c>, <c>'</c> and <c>&lt;mark&gt;</c> stay readable
    /// and short (the default writes six characters for each). The default guards pages that paste JSON into a script
    /// block; here each answer is <c>application/json</c> with <c>nosniff</c>, which no browser reads as a page.
    /// </remarks>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
