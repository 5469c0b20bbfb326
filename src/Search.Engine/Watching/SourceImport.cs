using Search.Engine.Indexing;
using Search.Engine.Sources;

namespace Search.Engine.Watching;

/// <summary>Imports the files of a source that have changed, or all of them where one file may matter to another.</summary>
internal sealed class SourceImport(WatchedSource source, ImportOptions options, ImportInto importInto)
{
    // Up to here all files are read whenever one changes, which is right for every format: 0.2 s and some 40 MB of memory.
    private const long SmallSource = 8 * 1_024 * 1_024;

    // Only after all files were read once is everything that the source no longer has known to be gone.
    private bool isAllKnown;

    /// <summary>Reads, imports, and brings <paramref name="known"/> up to date; after an exception it is as before.</summary>
    public ImportOutcome Run(
        SourceListing listing,
        IReadOnlySet<string> ready,
        Dictionary<string, KnownFile> known,
        CancellationToken cancellationToken
    )
    {
        var length = listing.Files.Sum(file => FileReading.TextLength(file.File.Path, file.Stamp));
        var isSmall = length <= SmallSource;
        // Those that are still on the move are left for a later look.
        var atRest = listing.Files.Where(file => IsAtRest(file.File.Path, file.Stamp, ready, known)).ToList();
        var changed = atRest.Where(file => ready.Contains(file.File.Path)).ToList();
        var readings = Read(isSmall || !isAllKnown ? atRest : changed, isSmall, cancellationToken);
        if (!isSmall && isAllKnown && MattersToOthers(readings, ready, known))
            readings = Read(atRest, isSmall, cancellationToken);
        return Import(readings, listing, ready, known, cancellationToken);
    }

    private static bool IsAtRest(
        string path,
        FileStamp stamp,
        IReadOnlySet<string> ready,
        Dictionary<string, KnownFile> known
    ) => ready.Contains(path) || (known.TryGetValue(path, out var before) && before.Stamp == stamp);

    private List<FileReading> Read(
        List<(SourceFile File, FileStamp Stamp)> files,
        bool keepItems,
        CancellationToken cancellationToken
    )
    {
        var ids = new MadeIds();
        return [.. files.Select(file => new FileReading(source, file.File.Path, ids, keepItems, cancellationToken))];
    }

    // A file without records may be what others are read by; an id that stands in two files belongs to the first.
    private static bool MattersToOthers(
        List<FileReading> readings,
        IReadOnlySet<string> ready,
        Dictionary<string, KnownFile> known
    )
    {
        if (readings.Exists(reading => reading.Trouble is null && reading.Ids.Count == 0))
            return true;
        var ids = readings.SelectMany(reading => reading.Ids).ToHashSet(StringComparer.Ordinal);
        foreach (var path in ready.Where(known.ContainsKey))
            ids.UnionWith(known[path].Ids);
        var others = known.Where(file => !ready.Contains(file.Key));
        return others.Any(file => file.Value.Ids.Overlaps(ids));
    }

    private ImportOutcome Import(
        List<FileReading> readings,
        SourceListing listing,
        IReadOnlySet<string> ready,
        Dictionary<string, KnownFile> known,
        CancellationToken cancellationToken
    )
    {
        var whole = readings.Where(reading => reading.Trouble is null).ToList();
        var held = readings.Where(reading => reading.Trouble is not null).ToList();
        var listed = listing.Files.Select(file => file.File.Path).ToHashSet(StringComparer.Ordinal);
        var gone = known.Keys.Where(path => ready.Contains(path) && !listed.Contains(path)).ToList();
        var changed = Changed(whole, gone, ready, known);
        var isComplete = held.Count == 0 && whole.Count == listing.Files.Count;
        ImportSummary? summary = null;
        if (changed.Count > 0)
        {
            // The first time that all files are whole, whatever else the source has in the index is old.
            var stood = isAllKnown || !isComplete ? IdsOf(whole, gone, known) : null;
            var imported = options with { Prune = true, PruneOnly = stood };
            var ids = new MadeIds();
            var items = whole.SelectMany(reading => reading.Items(ids, cancellationToken));
            summary = importInto(source.Source, items, imported, cancellationToken);
            isAllKnown |= isComplete && !summary.PruneSkipped;
            Remember(whole, gone, known, summary.PruneSkipped);
        }
        Hold(held, known);
        return new ImportOutcome(
            changed,
            summary,
            [.. held.Where(file => !file.IsMoving).Select(file => (file.Path, file.Trouble ?? ""))],
            held.Exists(file => file.IsMoving)
        );
    }

    // All files are imported together the first time; later only those count that made the difference.
    private static List<string> Changed(
        List<FileReading> whole,
        List<string> gone,
        IReadOnlySet<string> ready,
        Dictionary<string, KnownFile> known
    ) =>
        [
            .. whole
                .Where(file =>
                    ready.Contains(file.Path)
                    || !known.TryGetValue(file.Path, out var before)
                    || before.Stamp != file.Stamp
                )
                .Select(file => file.Path),
            .. gone,
        ];

    // What stood in the files that are imported now, and in those that are gone.
    private static HashSet<string> IdsOf(
        List<FileReading> whole,
        List<string> gone,
        Dictionary<string, KnownFile> known
    )
    {
        var paths = whole.Select(file => file.Path).Concat(gone).Where(known.ContainsKey);
        return paths.SelectMany(path => known[path].Ids).ToHashSet(StringComparer.Ordinal);
    }

    private static void Remember(
        List<FileReading> whole,
        List<string> gone,
        Dictionary<string, KnownFile> known,
        bool pruneSkipped
    )
    {
        foreach (var file in whole)
        {
            // What was not pruned now may be another time.
            if (pruneSkipped && known.TryGetValue(file.Path, out var before))
                file.Ids.UnionWith(before.Ids);
            known[file.Path] = new KnownFile(file.Stamp, file.Ids);
        }
        foreach (var path in gone.Where(_ => !pruneSkipped))
            known.Remove(path);
    }

    // A file that cannot be imported keeps what it had; when it is only being written it is looked at again.
    private static void Hold(List<FileReading> held, Dictionary<string, KnownFile> known)
    {
        foreach (var file in held)
        {
            var ids = known.TryGetValue(file.Path, out var before) ? before.Ids : file.Ids;
            known[file.Path] = new KnownFile(file.IsMoving ? null : file.Stamp, ids);
        }
    }
}

/// <summary>What became of a look at changed files.</summary>
/// <param name="Changed">The files that made the difference.</param>
/// <param name="Summary">What became of their records; null when none was imported.</param>
/// <param name="Held">Files that are not whole, and why.</param>
/// <param name="ReadAgain">Whether a file was being written meanwhile.</param>
internal sealed record ImportOutcome(
    IReadOnlyList<string> Changed,
    ImportSummary? Summary,
    IReadOnlyList<(string Path, string Trouble)> Held,
    bool ReadAgain
);
