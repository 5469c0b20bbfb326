using Search.Engine.Indexing;

namespace Search.Engine.Generations;

/// <summary>
/// Looks whether an index is whole, by reading all of it. Changes nothing, takes no lock, and may run while others search
/// and write.
/// </summary>
public static class IndexCheck
{
    /// <summary>Checks the live generation and the kept one, and what names them.</summary>
    /// <param name="options">Where the index is.</param>
    /// <param name="cancellationToken">Looked at between files and records.</param>
    public static IndexCheckReport Run(IndexOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new IndexFolder(options.Path);
        var problems = new List<string>();
        var live = Live(folder, problems);
        var kept = folder.Previous(live);
        var generations = folder
            .Generations()
            .Select(name => Check(folder, name, RoleOf(name, live, kept), cancellationToken))
            .ToList();
        if (live is null && problems.Count == 0)
            problems.Add($"There is no index in {folder.Path}.");
        return new IndexCheckReport(options.Path, live, generations, problems);
    }

    /// <summary>Reads all files of the live generation and compares their checksums; quicker than <see cref="Run"/>.</summary>
    /// <returns>What is damaged; empty when nothing is, or when there is no index.</returns>
    public static IReadOnlyList<string> Checksums(IndexOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new IndexFolder(options.Path);
        return folder.Current() is { } live
            ? Steady(folder, live, () => GenerationCheck.Checksums(folder, live, cancellationToken)).Damage
            : [];
    }

    private static string? Live(IndexFolder folder, List<string> problems)
    {
        try
        {
            return folder.Current();
        }
        catch (IndexUnavailableException e)
        {
            problems.Add(e.Message);
            return null;
        }
    }

    private static GenerationReport Check(
        IndexFolder folder,
        string name,
        GenerationRole role,
        CancellationToken cancellationToken
    ) =>
        role == GenerationRole.LeftBehind
            ? new GenerationReport(name, folder.SizeBytes(name)) { Role = role }
            : Steady(folder, name, () => GenerationCheck.Run(folder, name, cancellationToken)) with
            {
                Role = role,
            };

    // Files that a commit replaced while they were looked at are not damaged: look again at the newer commit.
    private static GenerationReport Steady(IndexFolder folder, string name, Func<GenerationReport> check)
    {
        while (true)
        {
            var before = CommitOf(folder, name);
            var report = check();
            if (report.Damage.Count == 0 || CommitOf(folder, name) == before)
                return report;
        }
    }

    private static string CommitOf(IndexFolder folder, string name)
    {
        var path = folder.InFolder(name);
        return Directory.Exists(path)
            ? string.Join(' ', Directory.EnumerateFiles(path, "segments_*").Order(StringComparer.Ordinal))
            : "";
    }

    private static GenerationRole RoleOf(string name, string? live, string? kept) =>
        name == live ? GenerationRole.Live
        : name == kept || live is null ? GenerationRole.Kept
        : GenerationRole.LeftBehind;
}

/// <summary>What a check found.</summary>
/// <param name="Path">The folder of the index.</param>
/// <param name="Live">The generation that is served; null when none is.</param>
/// <param name="Generations">In the order of their names.</param>
/// <param name="Problems">What is wrong apart from generations, each as a sentence.</param>
public sealed record IndexCheckReport(
    string Path,
    string? Live,
    IReadOnlyList<GenerationReport> Generations,
    IReadOnlyList<string> Problems
)
{
    /// <summary>Whether nothing is damaged. What a killed program left behind is no damage.</summary>
    public bool IsSound => Problems.Count == 0 && Generations.All(generation => generation.Damage.Count == 0);
}
