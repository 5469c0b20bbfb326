using System.Diagnostics;
using Search.Engine.Indexing;
using Search.Engine.Sources;

namespace Search.Engine.Watching;

/// <summary>Keeps what the index holds of one source like its files. Each look compares all files with what was read of them.</summary>
internal sealed class SourceFollower : IDisposable
{
    // What is in the way now will be for a moment, and trying may be to read all files again.
    private static readonly TimeSpan RestAfterTrouble = TimeSpan.FromSeconds(1);

    private readonly WatchedSource source;
    private readonly SourceImport import;
    private readonly Action<WatchNews> tell;
    private readonly FolderEvents events;
    private readonly TimeProvider clock;
    private readonly Settling settling;

    // What was last read of each file; its stamp is null where it must be read again.
    private readonly Dictionary<string, KnownFile> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lastTrouble = new(StringComparer.Ordinal);
    private bool isFolder;
    private long device;
    private long restSince;

    public SourceFollower(
        WatchedSource source,
        ImportOptions options,
        ImportInto importInto,
        Action<WatchNews> tell,
        Action wake,
        TimeProvider clock
    )
    {
        this.source = source;
        this.tell = tell;
        this.clock = clock;
        import = new SourceImport(source, options, importInto);
        events = new FolderEvents(source.Path, wake);
        settling = new Settling(clock);
    }

    /// <summary>Whether the system says when something happens.</summary>
    public bool IsTold => events.Trouble is null;

    /// <summary>Whether files are on the move, or could not be imported, and should be looked at again soon.</summary>
    public bool IsWaiting { get; private set; }

    public void Dispose() => events.Dispose();

    /// <summary>Looks at all files and imports those that have changed and come to rest. Trouble is told, not thrown.</summary>
    /// <exception cref="IndexUnavailableException">The index is damaged or of another schema.</exception>
    public void Look(CancellationToken cancellationToken)
    {
        if (restSince != 0 && clock.GetElapsedTime(restSince) < RestAfterTrouble)
            return;
        restSince = 0;
        try
        {
            Listen();
            LookAtFiles(cancellationToken);
        }
        catch (SourceException fault)
        {
            Rest(fault.File, fault.Reason);
        }
        catch (IndexLockedException locked)
        {
            Rest(source.Source, $"waits. {locked.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Rest(source.Source, $"waits. {fault.Message}");
        }
    }

    private void Listen()
    {
        events.Listen();
        if (events.Overflowed)
            Tell([], "more happened at once than the system can tell; every file was looked at.");
        if (events.Trouble is { } trouble)
            Trouble(source.Source, $"is looked at every second, since the system does not tell of changes: {trouble}");
    }

    private void LookAtFiles(CancellationToken cancellationToken)
    {
        var listing = List();
        var changed = Changed(listing);
        var ready = settling.Ready(changed);
        IsWaiting = settling.IsWaiting;
        if (ready.Count > 0)
            Follow(listing, ready, cancellationToken);
    }

    private SourceListing List()
    {
        var listing = SourceListing.Of(source);
        if (listing.IsThere)
        {
            isFolder = Directory.Exists(source.Path);
            lastTrouble.Remove(source.Path);
        }
        else if (known.Count == 0 || isFolder || !ParentIsThere())
        {
            throw new SourceException(
                source.Path,
                $"is not there. Its records stay; \"sources remove {source.Source}\" removes them."
            );
        }
        // A disk that was taken away leaves an empty folder behind, and has taken no record back.
        var current = FileIdentity.Of(source.Path).Device;
        if (listing.Files.Count > 0)
            device = current;
        else if (isFolder && known.Count > 0 && current != device)
            throw new SourceException(source.Path, "is on a disk that is not there. Its records stay.");
        return listing;
    }

    private bool ParentIsThere() => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(source.Path)));

    private Dictionary<string, FileStamp?> Changed(SourceListing listing)
    {
        var changed = new Dictionary<string, FileStamp?>(StringComparer.Ordinal);
        var gone = known.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var (file, stamp) in listing.Files)
        {
            gone.Remove(file.Path);
            if (!known.TryGetValue(file.Path, out var before) || before.Stamp != stamp)
                changed[file.Path] = stamp;
        }
        foreach (var path in gone)
            changed[path] = null;
        return changed;
    }

    private void Follow(SourceListing listing, IReadOnlySet<string> ready, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = import.Run(listing, ready, known, cancellationToken);
        foreach (var (path, trouble) in outcome.Held.Where(file => ready.Contains(file.Path)))
            Tell([path], $"is not imported: {trouble}. What the index has of it stays; it is read when it changes.");
        IsWaiting |= outcome.ReadAgain;
        if (outcome.Summary is not { } summary)
            return;
        var files = outcome.Changed.Select(path => File.Exists(path) ? path : $"{path} (gone)").ToList();
        lastTrouble.Remove(source.Source);
        tell(new WatchNews(source.Source, files, summary, null, Stopwatch.GetElapsedTime(start)));
    }

    private void Rest(string place, string trouble)
    {
        IsWaiting = true;
        restSince = clock.GetTimestamp();
        Trouble(place, trouble);
    }

    // Said once, however often it is met.
    private void Trouble(string place, string trouble)
    {
        if (lastTrouble.TryGetValue(place, out var last) && last == trouble)
            return;
        lastTrouble[place] = trouble;
        Tell(place == source.Source ? [] : [place], trouble);
    }

    private void Tell(IReadOnlyList<string> files, string trouble) =>
        tell(new WatchNews(source.Source, files, null, trouble, TimeSpan.Zero));
}

/// <summary>What is remembered of a file.</summary>
/// <param name="Stamp">How it looked when it was read.</param>
/// <param name="Ids">Of all records that it may have in the index.</param>
internal sealed record KnownFile(FileStamp? Stamp, IReadOnlySet<string> Ids);
