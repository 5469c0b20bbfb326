using System.Diagnostics;
using Search.Engine.Indexing;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary>Imports the inputs one after another, each with its own commit.</summary>
internal sealed class ImportRun(IReadOnlyList<Input> inputs, ImportOptions options, IndexOptions index)
{
    /// <summary>Gives the exit code.</summary>
    public int Execute(ImportReport report, bool json, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var summaries = new List<ImportedSource>();
        // With nothing to import, an index that somebody else is writing is no hindrance.
        using var session = inputs.Count == 0 ? null : new IndexSession(index, "search-indexer");
        foreach (var input in inputs)
        {
            var items = input.Items(cancellationToken);
            using var progress = report.Progress(input.Source);
            var summary = session!.Import(input.Source, items, options, progress, cancellationToken);
            progress.Dispose();
            report.Refusals(summary);
            input.WhenImported?.Invoke(summary);
            summaries.Add(new ImportedSource(input.Source, summary));
        }
        if (json)
            report.AsJson(summaries, clock.Elapsed);
        else
            report.Summary(summaries, clock.Elapsed, options.DryRun);
        return summaries.Exists(done => done.Summary.RefusedCount > 0) ? ExitCode.SomeRefused : ExitCode.Success;
    }
}

/// <summary>What became of one input.</summary>
internal sealed record ImportedSource(string Source, ImportSummary Summary);
