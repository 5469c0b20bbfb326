using System.Globalization;
using Search.Engine.Forgetting;

namespace Search.Indexer.Output;

/// <summary>Says what was forgotten, and where it still is.</summary>
internal static class ForgetReport
{
    public static void Write(TextWriter output, ForgetSummary summary, bool dryRun)
    {
        if (dryRun)
            output.WriteLine("Nothing was written: this was a dry run.");
        foreach (var id in summary.Removed)
            output.WriteLine($"removed  {id}");
        foreach (var id in summary.Changed)
            output.WriteLine($"changed  {id}");
        var (removed, changed) = (summary.Removed.Count, summary.Changed.Count);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Records removed: {removed}; kept without the name: {changed}; counted queries removed: {summary.Queries}."
            )
        );
        if (dryRun)
            return;
        if (summary.Generations.Count > 0)
            output.WriteLine($"The same was done in the older generation {string.Join(", ", summary.Generations)}.");
        foreach (var generation in summary.Discarded)
            output.WriteLine($"The older generation {generation} could not be read and was deleted.");
        output.WriteLine("A later import does not bring it back; forget --lift allows it again.");
        output.WriteLine("Backups and log files older than now may still hold it, and so may the sources themselves.");
    }
}
