using Search.Engine.Indexing;
using Search.Engine.Sources;
using Search.Indexer.Fetching;

namespace Search.Indexer.Commands;

/// <summary>One PATH of the command line, and the source that its records belong to.</summary>
/// <param name="Path">As it was typed.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Format">The format of all its files; null to look at each.</param>
/// <param name="Files">The files found there.</param>
internal sealed record Input(string Path, string Source, string? Format, IEnumerable<SourceFile> Files)
{
    /// <summary>Where to fetch it; null for what is on this machine.</summary>
    public Uri? Address { get; init; }

    /// <summary>Told what became of it, after the commit.</summary>
    public Action<ImportSummary>? WhenImported { get; init; }

    /// <summary>What the files hold, in their order.</summary>
    public IEnumerable<ImportItem> Items(CancellationToken cancellationToken) =>
        Importers.Read(Path, Files, Format, cancellationToken);
}

/// <summary>From the command line to what is imported.</summary>
internal static class Inputs
{
    /// <summary>One input a path. All paths are looked at before anything is written.</summary>
    /// <exception cref="UsageException">Two inputs would be one source, or there is no such format.</exception>
    /// <exception cref="SourceException">A path does not exist.</exception>
    public static IReadOnlyList<Input> Of(IReadOnlyList<string> paths, string? source, string? format)
    {
        if (source is not null && paths.Count > 1)
        {
            throw new UsageException(
                $"--source {source} names one source, but there are {paths.Count} paths. "
                    + "Index them one by one under names of their own, or put the files into one folder."
            );
        }
        if (paths.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UsageException($"{twice.Key} is given twice.");
        // A mistyped option is taken for a path; said to be missing, it would look as if the index had been tried.
        if (paths.FirstOrDefault(path => path.StartsWith("--", StringComparison.Ordinal)) is { } option)
            throw new UsageException($"There is no option {option}; for a file of that name write ./{option}.");
        if (format is not null && Importers.Find(format) is null)
        {
            var known = string.Join(", ", Importers.All.Select(importer => importer.Format));
            throw new UsageException($"There is no format {format}; the formats are: {known}.");
        }
        return [.. paths.Select(path => Of(path, source ?? path, format))];
    }

    private static Input Of(string path, string source, string? format) =>
        SourceAddress.LooksLikeOne(path)
            ? new(path, source, format, []) { Address = SourceAddress.Parse(path) }
            : new(path, source, format, SourceFiles.Find(path, source, Console.OpenStandardInput));
}
