using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Search.Service.Settings;

namespace Search.Service.Hosting;

/// <summary>Where the server listens, and how much it reads.</summary>
internal static class Listening
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    // Above this the server answers by itself, without a body; up to it, the answer can say what is wrong.
    private const int MaxRequestLineBytes = 64 * 1024;

    // A body that is refused is still read off up to this, since clients that are cut off while they send never see the
    // answer.
    private const long ReadOffBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan GraceOfSlowClients = TimeSpan.FromSeconds(5);

    public static void AddListening(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<SearchSettings>>(
                (kestrel, settings) =>
                {
                    kestrel.AddServerHeader = false;
                    kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
                    SetLimits(kestrel.Limits, settings.Value);
                }
            );
        builder.UseDefaultUrl();
    }

    private static void SetLimits(KestrelServerLimits limits, SearchSettings settings)
    {
        var http = settings.Http;
        limits.MaxRequestBodySize = Math.Max(ReadOffBytes, Math.Max(http.MaxBodyBytes, settings.Write.MaxRecordBytes));
        limits.MaxRequestHeadersTotalSize = http.MaxHeaderBytes;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(http.HeaderSeconds);
        limits.MaxConcurrentConnections = http.MaxConnections;
        limits.MinRequestBodyDataRate = new MinDataRate(http.MinBytesPerSecond, GraceOfSlowClients);
        limits.MinResponseDataRate = new MinDataRate(http.MinBytesPerSecond, GraceOfSlowClients);
    }

    // "Urls" in appsettings.json would beat the ASPNETCORE_URLS of a container.
    private static void UseDefaultUrl(this WebApplicationBuilder builder)
    {
        string[] choices = ["urls", "http_ports", "https_ports"];
        var isChosen =
            choices.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isChosen)
            builder.WebHost.UseUrls(DefaultUrl);
    }
}
