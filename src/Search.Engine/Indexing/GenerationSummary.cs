namespace Search.Engine.Indexing;

/// <summary>A generation of the index on disk.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="SizeBytes">Of its files.</param>
/// <param name="Made">When the folder was made.</param>
/// <param name="IsCurrent">Whether it is the live one.</param>
public sealed record GenerationSummary(string Name, long SizeBytes, DateTimeOffset Made, bool IsCurrent)
{
    /// <summary>All in a folder, the newest first.</summary>
    internal static IReadOnlyList<GenerationSummary> All(IndexFolder folder)
    {
        if (!Directory.Exists(folder.Path))
            return [];
        var current = CurrentOrNull(folder);
        return
        [
            .. new DirectoryInfo(folder.Path)
                .EnumerateDirectories("gen-*")
                .OrderByDescending(generation => generation.Name, StringComparer.Ordinal)
                .Select(generation => new GenerationSummary(
                    generation.Name,
                    folder.SizeBytes(generation.Name),
                    new DateTimeOffset(generation.CreationTimeUtc),
                    generation.Name == current
                )),
        ];
    }

    private static string? CurrentOrNull(IndexFolder folder)
    {
        try
        {
            return folder.Current();
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }
}
