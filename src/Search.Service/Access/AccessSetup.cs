using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Access;

/// <summary>Who is it, may they, and how often: put into the way of every request.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<Identification>();
        services.AddSingleton<RateLimits>();
        services.AddCors();
        services.AddSingleton<ICorsPolicyProvider, ReadingOrigins>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SearchSettings>>(TrustProxies);
    }

    /// <summary>
    /// Takes the visitor's address and scheme from proxies that the settings name, and from nobody else: whoever is
    /// believed here can claim to be anyone.
    /// </summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<SearchSettings>>().Value.Http.TrustedProxies;
        if (SettingList.Of(proxies).Count > 0)
            app.UseForwardedHeaders();
    }

    /// <summary>Finds out who calls; nobody is turned away yet, so that what follows knows the caller of refusals too.</summary>
    public static void UseIdentification(this WebApplication app)
    {
        var identification = app.Services.GetRequiredService<Identification>();
        app.Use(
            (context, next) =>
            {
                context.Features.Set(identification.Identify(context.Request));
                return next(context);
            }
        );
    }

    /// <summary>Lets scripts of other sites read the API.</summary>
    public static void UseReadingOrigins(this WebApplication app) =>
        app.UseWhen(context => Failures.IsApi(context.Request.Path), branch => branch.UseCors());

    /// <summary>Turns away who calls too often or has no right to.</summary>
    public static void UseAccessChecks(this WebApplication app)
    {
        app.UseMiddleware<RateCheck>();
        app.UseMiddleware<AccessCheck>();
    }

    private static void TrustProxies(ForwardedHeadersOptions options, IOptions<SearchSettings> settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in SettingList.Of(settings.Value.Http.TrustedProxies))
        {
            if (NetworksAttribute.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
        }
    }
}
