using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Search.Service.Access;
using Search.Service.Api;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Hosting;

/// <summary>What every request passes on its way in and out.</summary>
internal static class HttpEdge
{
    public static void AddHttpEdge(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddExceptionHandler<ExceptionAnswer>();
        services.AddResponseCompression(options =>
        {
            // Nothing secret stands in an answer beside what the asker wrote.
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                MediaTypeNames.Application.Json,
                MediaTypeNames.Text.Html,
                MediaTypeNames.Text.Css,
                MediaTypeNames.Text.JavaScript,
                "application/x-ndjson",
                "application/xml",
                "application/atom+xml",
                "application/opensearchdescription+xml",
                "application/x-suggestions+json",
            ];
        });
    }

    public static void UseHttpEdge(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMountPath();
        app.UseRouting();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(_ => { });
        // A record has a strong tag, which must not be shared by two encodings of it.
        app.UseWhen(context => !IsRecord(context.Request.Path), branch => branch.UseResponseCompression());
        app.UseIdentification();
        app.UseReadingOrigins();
        app.UseStatusCodePages(context => Failures.WriteMissingBodyAsync(context.HttpContext));
        app.UseTargetLimit();
        app.UseAccessChecks();
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
            }
        );
    }

    // Some proxies take the path that they mount a service at away, some leave it; links need it in any case.
    private static void UseMountPath(this WebApplication app)
    {
        var mountPath = app.Services.GetRequiredService<PublicAddress>().MountPath;
        if (!mountPath.HasValue)
            return;
        app.UsePathBase(mountPath);
        app.Use(
            (context, next) =>
            {
                context.Request.PathBase = mountPath;
                return next(context);
            }
        );
    }

    private static void UseTargetLimit(this WebApplication app)
    {
        var most = app.Services.GetRequiredService<IOptions<SearchSettings>>().Value.Http.MaxTargetBytes;
        app.Use(
            (context, next) =>
            {
                var length = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length;
                return length <= most
                    ? next(context)
                    : Failures.WriteAsync(
                        context,
                        Problem.Of(ProblemCode.TargetTooLong, $"The address has {length} bytes; {most} are possible.")
                    );
            }
        );
    }

    private static bool IsRecord(PathString path) =>
        path.StartsWithSegments("/v1/documents", StringComparison.Ordinal, out var rest)
        && rest.Value?.EndsWith("/related", StringComparison.Ordinal) != true
        && rest.Value?.EndsWith("/highlights", StringComparison.Ordinal) != true;
}
