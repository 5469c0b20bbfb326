using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Search.Tests.CommandLine;

/// <summary>A real web server on a free port of this machine that answers as a test says.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication application;

    public WebServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        application = builder.Build();
        application.Run(context =>
        {
            Requests.Enqueue(
                new SeenRequest(
                    context.Request.Path.Value ?? "",
                    context.Request.Headers.IfNoneMatch.ToString(),
                    context.Request.Headers.IfModifiedSince.ToString()
                )
            );
            return answer(context);
        });
        application.Start();
        Address = application.Urls.Single();
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Host and port.</summary>
    public string Authority => new Uri(Address).Authority;

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
    }
}

/// <summary>What was asked of the server.</summary>
public sealed record SeenRequest(string Path, string IfNoneMatch, string IfModifiedSince);
