using Search.Service.Api;
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
        builder.AddListening();
        builder.Services.AddHttpEdge();
        builder.Services.AddSearchSettings();
        builder.Services.AddSearchEngine();
        builder.Services.AddApiDescription();

        var app = builder.Build();
        app.UseRequestLog();
        app.UseHttpEdge();
        app.MapSearch();
        app.MapSuggest();
        app.MapDocuments();
        app.MapRelated();
        app.MapCollection();
        app.MapExport();
        app.MapHealth();
        app.MapApiDescription();
        app.MapPages();
        app.MapSearchBox();
        return app;
    }
}
