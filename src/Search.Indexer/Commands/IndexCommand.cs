using System.CommandLine;
using Search.Engine.Indexing;
using Search.Engine.Sources;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>index PATH…</c>: puts sources into the index.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A file, a folder, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var source = new Option<string?>("--source")
        {
            Description = "The name under which the records are kept, instead of the path as given.",
            HelpName = "NAME",
        };
        var format = new Option<string?>("--format")
        {
            Description =
                $"The format, instead of looking at the content: {string.Join(", ", Importers.All.Select(importer => importer.Format))}.",
            HelpName = "FORMAT",
        };
        var prune = new Option<bool>("--prune") { Description = "Remove what the source had before and has no more." };
        var takeOver = new Option<bool>("--take-over") { Description = "Take records over that another source owns." };
        var keepSample = new Option<bool>("--keep-sample") { Description = "Keep the sample collection." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, write nothing." };
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command("index", "Put talks and interviews into the index.")
        {
            paths,
            source,
            format,
            prune,
            takeOver,
            keepSample,
            dryRun,
            index,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var run = new ImportRun(
                    Inputs.Of(parsed.GetRequiredValue(paths), parsed.GetValue(source), parsed.GetValue(format)),
                    new ImportOptions
                    {
                        Prune = parsed.GetValue(prune),
                        TakeOver = parsed.GetValue(takeOver),
                        KeepSample = parsed.GetValue(keepSample),
                        DryRun = parsed.GetValue(dryRun),
                    },
                    CommonOptions.At(parsed.GetRequiredValue(index))
                );
                var report = new ImportReport(
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error
                );
                return Task.FromResult(run.Execute(report, parsed.GetValue(json), cancellationToken));
            }
        );
        return command;
    }
}
