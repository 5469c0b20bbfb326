using Search.Service.Access;
using Search.Service.Api;
using Search.Service.Insights;
using Search.Service.Observing;
using Search.Service.OpenApi;
using Search.Service.Pages;
using Search.Service.SearchBox;
using Search.Service.Settings;

namespace Search.Service.Hosting;

/// <summary>The whole service, put together and not yet started.</summary>
internal static class ServiceApplication
{
    /// <param name="args">Settings as on the command line, such as <c>--urls</c> and <c>--Search:Index:Path=…</c>.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            // Settings and static files stand beside the program, wherever it is started from.
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.AddRequestLog();
        builder.AddTelemetry();
        builder.AddListening();
        builder.Services.AddHttpEdge();
        builder.Services.AddAccess();
        builder.Services.AddSearchSettings();
        builder.Services.AddSearchEngine();
        builder.Services.AddInsights();
        builder.Services.AddApiDescription();

        var app = builder.Build();
        app.BeginToMeasure();
        app.UseRequestLog();
        app.UseHttpEdge();
        app.MapSearch();
        app.MapSuggest();
        app.MapDocuments();
        app.MapWrites();
        app.MapLines();
        app.MapSources();
        app.MapRelated();
        app.MapHighlights();
        app.MapCollection();
        app.MapExport();
        app.MapInsights();
        app.MapHealth();
        app.MapMetrics();
        app.MapApiDescription();
        app.MapPages();
        app.MapEmbedPage();
        app.MapSearchBox();
        return app;
    }
}
