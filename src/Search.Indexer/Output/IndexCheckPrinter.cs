using System.Globalization;
using Search.Engine.Generations;

namespace Search.Indexer.Output;

/// <summary>What a check of the index found, for people: a line a generation, then what is wrong.</summary>
internal static class IndexCheckPrinter
{
    public static void Write(TextWriter output, IndexCheckReport report)
    {
        foreach (var generation in report.Generations)
            output.WriteLine(Line(generation));
        foreach (var problem in report.Problems.Concat(report.Generations.SelectMany(found => found.Damage)))
            output.WriteLine(problem);
        output.WriteLine(report.IsSound ? "The index is whole." : Help(report));
    }

    private static string Line(GenerationReport generation)
    {
        var records = generation.Records?.ToString("N0", CultureInfo.InvariantCulture) ?? "?";
        var state = generation.Role switch
        {
            GenerationRole.Live => "live",
            GenerationRole.Kept => "kept for a rollback",
            _ => "left by a killed program; the next writer removes it",
        };
        var size = generation.SizeBytes / 1_000_000d;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{generation.Name}  {records} records, {size:0.0} MB, schema {generation.Schema ?? "unknown"}, {state}"
        );
    }

    private static string Help(IndexCheckReport report)
    {
        var isLiveWhole = report.Generations.Any(found => found is { Role: GenerationRole.Live, Damage: [] });
        if (isLiveWhole)
            return "What is served is whole; what is damaged is only kept.";
        var whole = report.Generations.FirstOrDefault(found => found is { Role: GenerationRole.Kept, Damage: [] });
        return whole is null
            ? "Restore a backup, or delete the folder and index the sources again."
            : $"The generation {whole.Name} is whole and can be served: search-indexer rollback";
    }
}
