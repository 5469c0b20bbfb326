using System.Globalization;
using Search.Engine.Indexing;
using Search.Indexer.Commands;

namespace Search.Indexer.Output;

/// <summary>Says what an import does: progress and refusals as messages, the summary as the result.</summary>
internal sealed class ImportReport(TextWriter output, TextWriter error)
{
    /// <summary>A bar on a terminal, a line now and then elsewhere.</summary>
    public IImportProgress Progress(string source) =>
        !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error)
            ? new TerminalProgress(source)
            : new PlainProgress(source, error);

    /// <summary>Each oddity and each refused item with its place and reason.</summary>
    public void Refusals(ImportSummary summary)
    {
        foreach (var note in summary.Notes)
            error.WriteLine($"{note.Position}: note: {note.Text}");
        if (summary.NoteCount > summary.Notes.Count)
            error.WriteLine($"… and {summary.NoteCount - summary.Notes.Count} more notes.");
        foreach (var refused in summary.Refused)
            error.WriteLine($"{refused.Position}: refused: {refused.Reason}");
        var more = summary.RefusedCount - summary.Refused.Count;
        if (more > 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {more} more were refused."));
        if (summary.PruneSkipped)
        {
            error.WriteLine(
                "Nothing was pruned: something was refused whose id could not be read, and it may be a record that seems to have gone. "
                    + "Mend it and run the same command again."
            );
        }
    }

    /// <summary>The totals of all sources, a line a figure.</summary>
    public void Summary(IReadOnlyList<ImportedSource> sources, TimeSpan elapsed, bool dryRun)
    {
        var total = ImportTotals.Of(sources, elapsed);
        if (dryRun)
            output.WriteLine("Nothing was written: this was a dry run.");
        Line("read", total.Read);
        Line("added", total.Added);
        Line("updated", total.Updated);
        Line("unchanged", total.Unchanged);
        Line("removed", total.Removed);
        Line("refused", total.Refused);
        if (total.SampleRemoved > 0)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The sample collection ({total.SampleRemoved} records) made room; --keep-sample keeps it."
                )
            );
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{total.Seconds:0.0} s, {total.RecordsPerSecond:0} records/s")
        );
    }

    /// <summary>The same as one JSON object.</summary>
    public void AsJson(IReadOnlyList<ImportedSource> sources, TimeSpan elapsed) =>
        JsonOutput.Write(output, ImportTotals.Of(sources, elapsed));

    private void Line(string name, int count) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -10} {count, 9}"));
}

/// <summary>What an import did, over all sources.</summary>
internal sealed record ImportTotals(
    int Read,
    int Added,
    int Updated,
    int Unchanged,
    int Removed,
    int Refused,
    int SampleRemoved,
    double Seconds,
    double RecordsPerSecond
)
{
    public static ImportTotals Of(IReadOnlyList<ImportedSource> sources, TimeSpan elapsed)
    {
        var read = sources.Sum(source => source.Summary.Read);
        return new ImportTotals(
            read,
            sources.Sum(source => source.Summary.Added),
            sources.Sum(source => source.Summary.Updated),
            sources.Sum(source => source.Summary.Unchanged),
            sources.Sum(source => source.Summary.Removed),
            sources.Sum(source => source.Summary.RefusedCount),
            sources.Sum(source => source.Summary.SampleRemoved),
            Math.Round(elapsed.TotalSeconds, 3),
            Math.Round(read / Math.Max(elapsed.TotalSeconds, 0.001))
        );
    }
}
