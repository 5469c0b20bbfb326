using Search.Service.Api;
using Search.Service.Hosting;
using Search.Service.OpenApi;
using Search.Service.Pages;
using Search.Service.Settings;

try
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

    await using var app = builder.Build();
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
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFault.Explain(exception) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return 1;
}
