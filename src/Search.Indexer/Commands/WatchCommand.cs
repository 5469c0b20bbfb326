using System.CommandLine;
using Search.Engine.Indexing;
using Search.Engine.Sources;
using Search.Engine.Watching;
using Search.Indexer.Fetching;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>watch PATH…</c>: keeps the index like the files for as long as it runs.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A file or a folder.",
            Arity = ArgumentArity.OneOrMore,
        };
        var source = new Option<string?>("--source")
        {
            Description = "The name under which the records are kept, instead of the path as given.",
            HelpName = "NAME",
        };
        var format = new Option<string?>("--format")
        {
            Description = "The format, instead of looking at the content.",
            HelpName = "FORMAT",
        };
        var takeOver = new Option<bool>("--take-over") { Description = "Take records over that another source owns." };
        var keepSample = new Option<bool>("--keep-sample") { Description = "Keep the sample collection." };
        var index = CommonOptions.Index();
        var json = new Option<bool>("--json") { Description = "Print each line as a JSON object." };
        var command = new Command("watch", "Keep the index like files and folders, until it is stopped.")
        {
            paths,
            source,
            format,
            takeOver,
            keepSample,
            index,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var sources = Sources(parsed.GetRequiredValue(paths), parsed.GetValue(source), parsed.GetValue(format));
                var options = new ImportOptions
                {
                    TakeOver = parsed.GetValue(takeOver),
                    KeepSample = parsed.GetValue(keepSample),
                };
                var folder = CommonOptions.At(parsed.GetRequiredValue(index));
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var report = new WatchReport(output, error, parsed.GetValue(json), TimeProvider.System);
                var watch = new SourceWatch(sources, options, IntoIndex(folder), report.Tell);
                // On a thread of its own, so that Ctrl+C is heard.
                return RunAsync(watch, cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(SourceWatch watch, CancellationToken cancellationToken)
    {
        await Task.Run(() => watch.Run(cancellationToken), CancellationToken.None);
        return ExitCode.Success;
    }

    /// <exception cref="UsageException">A path is no file or folder on this machine, or is given twice.</exception>
    private static List<WatchedSource> Sources(IReadOnlyList<string> paths, string? source, string? format)
    {
        if (
            paths.FirstOrDefault(path => path == SourceFiles.StandardInput || SourceAddress.LooksLikeOne(path)) is
            { } other
        )
            throw new UsageException($"{other} cannot be watched, only files and folders can.");
        var inputs = Inputs.Of(paths, source, format);
        return [.. inputs.Select(input => new WatchedSource(input.Path, input.Source, input.Format))];
    }

    // The write lock is held for an import only, so that other programs can write in between.
    private static ImportInto IntoIndex(IndexOptions folder) =>
        (source, items, options, cancellationToken) =>
        {
            using var session = new IndexSession(folder, "search-indexer watch");
            return session.Import(source, items, options, cancellationToken: cancellationToken);
        };
}
