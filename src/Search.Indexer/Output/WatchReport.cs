using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Engine.Watching;

namespace Search.Indexer.Output;

/// <summary>Says what a watch does, a line each: imports on standard output, refusals and trouble on standard error.</summary>
internal sealed class WatchReport(TextWriter output, TextWriter error, bool json, TimeProvider clock)
{
    // One object a line, so that another program can follow.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Tell(WatchNews news)
    {
        if (news.Summary is { } summary)
            new ImportReport(output, error).Refusals(summary);
        if (json)
            output.WriteLine(JsonSerializer.Serialize(Line(news), Json));
        else
            (news.Trouble is null ? output : error).WriteLine($"{Now("HH:mm:ss")} {news}");
    }

    private WatchLine Line(WatchNews news) =>
        new(
            Now("yyyy-MM-dd'T'HH:mm:sszzz"),
            news.Source,
            news.Files,
            news.Summary?.Added,
            news.Summary?.Updated,
            news.Summary?.Removed,
            news.Summary?.Unchanged,
            news.Summary?.RefusedCount,
            news.Trouble,
            Math.Round(news.Elapsed.TotalSeconds, 3)
        );

    private string Now(string format) => clock.GetLocalNow().ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>One line of <c>watch --json</c>; the counts are null when nothing was imported.</summary>
internal sealed record WatchLine(
    string Time,
    string Source,
    IReadOnlyList<string> Files,
    int? Added,
    int? Updated,
    int? Removed,
    int? Unchanged,
    int? Refused,
    string? Trouble,
    double Seconds
);
