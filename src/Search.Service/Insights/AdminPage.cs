using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Measuring;
using Search.Engine.Searching;
using Search.Service.Hosting;
using Search.Service.Pages;
using Search.Service.Settings;

namespace Search.Service.Insights;

/// <summary>The state of the service on one page, for who keeps it running. It only shows; changing is for the API.</summary>
internal sealed class AdminPage(
    SearchEngine engine,
    Readiness readiness,
    InsightsReport report,
    IOptions<SearchSettings> settings,
    TimeProvider clock
)
{
    private const int Days = 30;
    private const int MostQueries = 20;

    public HtmlPage Make(HttpRequest request)
    {
        var main = Html.Of(
            $"""
            <h1>Administration</h1>
            {State()}
            {Generations()}
            {Sources()}
            {Commits()}
            {Insights(request.PathBase)}
            """
        );
        return new HtmlPage("Administration – Talk search", main);
    }

    private Html State()
    {
        var ready = readiness.WhyNot ?? "Ready: searches are answered at full speed.";
        var stats = Try(engine.Stats);
        return Html.Of(
            $"""
            <h2>State</h2>
            <p>{ready}</p>
            <p>{engine.State.Message}</p>
            {AdminTable.Of(["", "Value"], [.. Facts(stats)])}
            """
        );
    }

    private IEnumerable<IReadOnlyList<Html>> Facts(IndexStats? stats)
    {
        if (stats is not null)
        {
            yield return AdminTable.Row("Talks", Number(stats.Talks));
            yield return AdminTable.Row("Interviews", Number(stats.Interviews));
            yield return AdminTable.Row("Answers", Number(stats.Passages));
            yield return AdminTable.Row("Works", Number(stats.Works));
            yield return AdminTable.Row("Version", stats.Version);
            yield return AdminTable.Row("Schema", stats.SchemaVersion);
            yield return AdminTable.Row("Index on disk", Megabytes(stats.SizeBytes));
            yield return AdminTable.Row("Segments", Number(stats.Segments));
        }
        using var process = Process.GetCurrentProcess();
        yield return AdminTable.Row("Resident memory", Megabytes(process.WorkingSet64));
        yield return AdminTable.Row("Running for", Age(new DateTimeOffset(process.StartTime)));
    }

    private Html Generations() =>
        Html.Of(
            $"""
            <h2>Generations</h2>
            {AdminTable.Of(["Folder", "Size", "Made", ""], [.. engine.Generations().Select(Row)])}
            """
        );

    private static IReadOnlyList<Html> Row(GenerationSummary generation) =>
        AdminTable.Row(
            generation.Name,
            Megabytes(generation.SizeBytes),
            Moment(generation.Made),
            generation.IsCurrent ? "served" : "kept"
        );

    private Html Sources() =>
        Html.Of(
            $"""
            <h2>Sources</h2>
            {AdminTable.Of(["Source", "Talks", "Interviews", "Answers"], [.. (Try(engine.Sources) ?? []).Select(Row)])}
            """
        );

    private static IReadOnlyList<Html> Row(SourceSummary source) =>
        AdminTable.Row(source.Name, Number(source.Talks), Number(source.Interviews), Number(source.Passages));

    private Html Commits() =>
        Html.Of(
            $"""
            <h2>Last commits</h2>
            {AdminTable.Of(
                ["Committed", "Searchable after", "Entries", "Generation"],
                [.. engine.RecentCommits.Select(Row)]
            )}
            """
        );

    private static IReadOnlyList<Html> Row(SeenCommit commit) =>
        AdminTable.Row(
            Moment(commit.Time),
            commit.Lag is { } lag ? Milliseconds(lag.TotalMilliseconds) : "before the start",
            Number(commit.Entries),
            commit.Generation
        );

    private Html Insights(PathString pathBase)
    {
        if (!settings.Value.Statistics.Queries)
            return Html.Of($"<h2>Searches</h2><p>Queries are not counted: Search:Statistics:Queries is off.</p>");
        var insights = report.Read(Days, MostQueries);
        return Html.Of(
            $"""
            <h2>Searches of the last {Days} days</h2>
            <p>{Number(insights.Searches)} searches, {Number(insights.WithoutResult)} of them without a result.</p>
            <h3>Most frequent</h3>
            {Queries(pathBase, insights.TopQueries)}
            <h3>Without a result</h3>
            {Queries(pathBase, insights.QueriesWithoutResult)}
            <h3>Slowest</h3>
            {Queries(pathBase, insights.SlowQueries)}
            """
        );
    }

    private static Html Queries(PathString pathBase, IEnumerable<QueryInsight> queries) =>
        AdminTable.Of(
            ["Query", "Searches", "Without result", "Hits", "Average", "Slowest"],
            [.. queries.Select(query => Row(pathBase, query))]
        );

    private static IReadOnlyList<Html> Row(PathString pathBase, QueryInsight query)
    {
        var address = $"{pathBase}/search?q={Uri.EscapeDataString(query.Query)}";
        return
        [
            Html.Of($"<a href=\"{address}\">{query.Query}</a>"),
            .. AdminTable.Row(
                Number(query.Searches),
                Number(query.WithoutResult),
                Number(query.TotalHits),
                Milliseconds(query.AverageMs),
                Milliseconds(query.SlowestMs)
            ),
        ];
    }

    // An index that cannot be read is told of above; the rest of the page is still of use.
    private static TResult? Try<TResult>(Func<TResult> read)
        where TResult : class
    {
        try
        {
            return read();
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private string Age(DateTimeOffset since)
    {
        var age = clock.GetUtcNow() - since;
        return age.TotalDays >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{age.Days} d {age.Hours} h")
            : string.Create(CultureInfo.InvariantCulture, $"{age.Hours} h {age.Minutes} min");
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:N1} MB");

    private static string Milliseconds(double milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds:N1} ms");

    private static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
