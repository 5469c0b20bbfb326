using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Search.Service.Settings;

namespace Search.Service.Access;

/// <summary>
/// Which sites' scripts may read answers: all, as long as reading is open; else those of <c>Search:Http:AllowedOrigins</c>
/// and of the search keys. Only the sites of the setting may write.
/// </summary>
internal sealed class ReadingOrigins(KeyRing ring, IOptions<SearchSettings> settings) : ICorsPolicyProvider
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];
    private static readonly string[] Writing = [HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    private readonly IReadOnlyList<string> trusted = SettingList.Of(settings.Value.Http.AllowedOrigins);

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var keys = ring.Current;
        var isTrusted = trusted.Contains(context.Request.Headers.Origin.ToString(), StringComparer.OrdinalIgnoreCase);
        var policy = new CorsPolicyBuilder()
            .AllowAnyHeader()
            .WithMethods(isTrusted ? [.. Reading, .. Writing] : Reading)
            .WithExposedHeaders("ETag", "Link", "Search-Source", "RateLimit", "RateLimit-Policy", "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1));
        if (!keys.ReadingIsClosed)
            policy.AllowAnyOrigin();
        else
            policy.WithOrigins([.. trusted, .. keys.Keys.SelectMany(key => key.Origins)]);
        return Task.FromResult<CorsPolicy?>(policy.Build());
    }
}
