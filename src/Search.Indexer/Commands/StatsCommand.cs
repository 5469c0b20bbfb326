using System.CommandLine;
using System.Globalization;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>stats</c>: how much is in the index, and in what state it is.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command("stats", "Show what is in the index.") { index, json };
        command.SetAction(parsed =>
        {
            using var engine = new SearchEngine(CommonOptions.At(parsed.GetRequiredValue(index)));
            var stats = engine.Stats();
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(output, stats);
            else
                Write(output, stats);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(TextWriter output, IndexStats stats)
    {
        var rows = new (string Name, object Value)[]
        {
            ("talks", stats.Talks),
            ("interviews", stats.Interviews),
            ("passages", stats.Passages),
            ("works", stats.Works),
            ("version", stats.Version),
            ("schema", stats.SchemaVersion),
            ("segments", stats.Segments),
            ("size", Size(stats.SizeBytes)),
            ("last commit", stats.LastCommit.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        };
        foreach (var (name, value) in rows)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -12} {value}"));
    }

    private static string Size(long bytes) =>
        bytes < 1_000_000
            ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 999) / 1_000} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.0} MB");
}
