using Search.Engine.Sources;

namespace Search.Engine.Watching;

/// <summary>A file of a watched source, read to its end before anything of it is imported.</summary>
internal sealed class FileReading
{
    // Compressed text is about five times as long.
    private const int Expansion = 5;

    private readonly WatchedSource source;
    private readonly SourceFile file;
    private readonly List<ImportItem>? items;

    /// <param name="source">To which it belongs.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="ids">Ids made of titles, shared by all files that are read together.</param>
    /// <param name="keepItems">Keep what was read for the import; otherwise it is read a second time.</param>
    /// <param name="cancellationToken">Looked at between items.</param>
    public FileReading(
        WatchedSource source,
        string path,
        MadeIds ids,
        bool keepItems,
        CancellationToken cancellationToken
    )
    {
        this.source = source;
        file = SourceFiles.At(path, source.Source, ids);
        items = keepItems ? [] : null;
        Stamp = FileStamp.Of(file.Path);
        try
        {
            Read(cancellationToken);
        }
        catch (SourceException fault)
        {
            Trouble = fault.Reason;
        }
        if (FileStamp.Of(file.Path) != Stamp)
            (Trouble, IsMoving) = ("changes while it is read", true);
    }

    public string Path => file.Path;

    /// <summary>How it looked when it was opened; null when it was gone.</summary>
    public FileStamp? Stamp { get; }

    /// <summary>The ids of its records, also of refused ones.</summary>
    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Why it is not imported: it breaks off or cannot be read. Null when it is whole.</summary>
    public string? Trouble { get; private set; }

    /// <summary>True when it is being written just now.</summary>
    public bool IsMoving { get; }

    /// <summary>What is imported.</summary>
    /// <param name="ids">As when it was read first, but new.</param>
    /// <param name="cancellationToken">Looked at between items.</param>
    /// <exception cref="SourceException">While enumerating: it is no longer what was found whole.</exception>
    public IEnumerable<ImportItem> Items(MadeIds ids, CancellationToken cancellationToken) =>
        items ?? ReadAgain(SourceFiles.At(file.Path, source.Source, ids), cancellationToken);

    /// <summary>About how long its text is.</summary>
    public static long TextLength(string path, FileStamp? stamp) =>
        (stamp?.Length ?? 0) * (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Expansion : 1);

    private void Read(CancellationToken cancellationToken)
    {
        ImportItem? last = null;
        foreach (var item in Importers.Read(source.Path, [file], source.Format, cancellationToken))
        {
            last = item;
            items?.Add(item);
            if (item is ImportedRecord imported)
                Ids.Add(imported.Record.Id);
            if (item is not RefusedRecord refused)
                continue;
            if (refused.Id is not null)
                Ids.Add(refused.Id);
            if (refused.RestIsUnread)
                Trouble = Say(refused);
        }
        if (Trouble is null && last is RefusedRecord half && EndsInTheMiddle(half))
            Trouble = Say(half);
    }

    // A line that is no record and has no end may be half of one.
    private bool EndsInTheMiddle(RefusedRecord last)
    {
        if (!last.Reason.StartsWith("breaks off", StringComparison.Ordinal))
            return false;
        using var stream = file.Open();
        var (buffer, end) = (new byte[64 * 1_024], (byte)0);
        while (stream.Read(buffer) is var count and > 0)
            end = buffer[count - 1];
        return end != (byte)'\n';
    }

    private IEnumerable<ImportItem> ReadAgain(SourceFile again, CancellationToken cancellationToken)
    {
        foreach (var item in Importers.Read(source.Path, [again], source.Format, cancellationToken))
            yield return item;
        if (FileStamp.Of(file.Path) != Stamp)
            throw new SourceException(file.Path, "changes while it is read");
    }

    private static string Say(RefusedRecord refused) =>
        refused.Position.Line > 0
            ? FormattableString.Invariant($"line {refused.Position.Line} {refused.Reason}")
            : refused.Reason;
}
