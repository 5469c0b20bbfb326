using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Search.Tests.Browser;

/// <summary>A web server on a free port of this machine; another port is another origin.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication application;

    public LocalServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Run(answer);
        application.Start();
        Address = new Uri(application.Urls.Single());
    }

    /// <summary>Ends with a slash.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(new CancellationToken(canceled: true));
        await application.DisposeAsync();
    }
}
