using System.IO.Hashing;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Search.Engine.Searching;
using Search.Service.Observing;
using Search.Service.Settings;

namespace Search.Service.Api;

/// <summary>Lets clients and caches keep answers: the tag changes whenever the answer could.</summary>
internal sealed class AnswerTag(SearchEngine engine, ServiceMeter meter, IOptions<SearchSettings> settings)
{
    /// <summary>
    /// Puts tag and lifetime into the response; true when the client has this answer already. Ask before the search: the
    /// tag then is never newer than the answer.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="asked">What the request asks for, in one spelling.</param>
    public bool IsKnown(HttpContext context, string asked)
    {
        // Weak, since compressed answers and the measured time differ while the answer is the same.
        var tag = new EntityTagHeaderValue($"\"{Hash($"{engine.Version()}\n{asked}")}\"", isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        SetLifetime(context);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return false;
        var isKnown = context.Request.GetTypedHeaders().IfNoneMatch.Any(known => Matches(known, tag));
        meter.CountClientCache(isKnown);
        return isKnown;
    }

    /// <summary>Takes tag and lifetime back: the same question may have a better answer in a moment.</summary>
    public static void KeepNowhere(HttpContext context)
    {
        context.Response.Headers.ETag = default;
        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>A tag for exactly these bytes.</summary>
    public static EntityTagHeaderValue OfContent(ReadOnlySpan<byte> content) =>
        new($"\"{Convert.ToHexStringLower(XxHash128.Hash(content))}\"");

    /// <summary>Puts only the lifetime into the response.</summary>
    public void SetLifetime(HttpContext context)
    {
        var seconds = settings.Value.Http.MaxAgeSeconds;
        context.Response.Headers.CacheControl = seconds == 0 ? "public, no-cache" : $"public, max-age={seconds}";
    }

    private static bool Matches(EntityTagHeaderValue known, EntityTagHeaderValue tag) =>
        known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false);

    private static string Hash(string text) => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(text)));
}
