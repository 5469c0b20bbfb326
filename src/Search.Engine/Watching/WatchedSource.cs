using Search.Engine.Indexing;
using Search.Engine.Sources;

namespace Search.Engine.Watching;

/// <summary>A file or folder that the index follows.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Source">The name of the source that its records belong to.</param>
/// <param name="Format">The format of all its files; null to look at each.</param>
public sealed record WatchedSource(string Path, string Source, string? Format = null);

/// <summary>Puts the items of a source into the index, as <see cref="IndexSession.Import"/> does; when it returns, they are committed.</summary>
/// <exception cref="IndexLockedException">Another program writes; it is tried again.</exception>
public delegate ImportSummary ImportInto(
    string source,
    IEnumerable<ImportItem> items,
    ImportOptions options,
    CancellationToken cancellationToken
);

/// <summary>Something that a watch did, or why it could not.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Files">Those that made the difference; those that are gone end in <c> (gone)</c>. Empty for the source as a whole.</param>
/// <param name="Summary">What became of their records; null when nothing was imported.</param>
/// <param name="Trouble">One sentence without the place; null when all is well.</param>
/// <param name="Elapsed">From seeing that the files are whole to the commit.</param>
public sealed record WatchNews(
    string Source,
    IReadOnlyList<string> Files,
    ImportSummary? Summary,
    string? Trouble,
    TimeSpan Elapsed
)
{
    private const int MostFilesNamed = 3;

    /// <summary>One line.</summary>
    /// <example><c>talks/a.jsonl, talks/b.jsonl (gone): 1 added, 2 updated, 7 removed, 30 unchanged (84 ms)</c></example>
    public override string ToString() =>
        Summary is null
            ? $"{Place}: {Trouble}"
            : FormattableString.Invariant($"{Place}: {Counts(Summary)} ({Elapsed.TotalMilliseconds:0} ms)");

    private string Place =>
        Files.Count switch
        {
            0 => Source,
            <= MostFilesNamed => string.Join(", ", Files),
            _ => FormattableString.Invariant($"{Source} ({Files.Count} files)"),
        };

    private static string Counts(ImportSummary summary)
    {
        (int Count, string Name)[] counts =
        [
            (summary.Added, "added"),
            (summary.Updated, "updated"),
            (summary.Removed, "removed"),
            (summary.Unchanged, "unchanged"),
            (summary.RefusedCount, "refused"),
            (summary.SampleRemoved, "of the sample removed"),
        ];
        var said = counts.Where(count => count.Count > 0).Select(count => $"{count.Count} {count.Name}").ToList();
        return said.Count == 0 ? "holds no records" : string.Join(", ", said);
    }
}
