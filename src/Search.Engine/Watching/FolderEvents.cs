namespace Search.Engine.Watching;

/// <summary>
/// Wakes whoever watches a path as soon as the system tells that something happened there. What happened is found by
/// looking: events may be lost, come twice, or tell of a name that has changed again since.
/// </summary>
internal sealed class FolderEvents(string path, Action wake) : IDisposable
{
    private readonly string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    private readonly List<FileSystemWatcher> watchers = [];
    private (bool IsFolder, FileIdentity Folder, FileIdentity Parent) listenedTo;
    private volatile bool isBroken;

    /// <summary>Why the system tells nothing, in plain words; null when it does.</summary>
    public string? Trouble { get; private set; }

    /// <summary>True after the system lost count of what happened, until the next time.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Begins to listen, again when the folder was replaced by another or the listening broke. Never throws.</summary>
    public void Listen()
    {
        var parent = Path.GetDirectoryName(full) ?? full;
        var isFolder = Directory.Exists(full);
        var now = (IsFolder: isFolder, Folder: FileIdentity.Of(full), Parent: FileIdentity.Of(parent));
        Overflowed = isBroken;
        if (watchers.Count > 0 && !isBroken && IsStill(now.IsFolder, now.Folder, now.Parent))
            return;
        Dispose();
        (isBroken, Trouble, listenedTo) = (false, null, now);
        try
        {
            // A folder does not tell that it goes or comes itself; the one that it is in does.
            if (parent != full && Directory.Exists(parent))
                Add(parent, Path.GetFileName(full), isDeep: false);
            if (isFolder)
                Add(full, "*", isDeep: true);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            Dispose();
            Trouble = e.Message;
        }
    }

    public void Dispose()
    {
        watchers.ForEach(watcher => watcher.Dispose());
        watchers.Clear();
    }

    private void Add(string folder, string name, bool isDeep)
    {
        var watcher = new FileSystemWatcher(folder, name)
        {
            IncludeSubdirectories = isDeep,
            InternalBufferSize = 64 * 1_024,
            NotifyFilter =
                NotifyFilters.FileName
                | NotifyFilters.DirectoryName
                | NotifyFilters.LastWrite
                | NotifyFilters.Size
                | NotifyFilters.CreationTime
                | NotifyFilters.Attributes,
        };
        watchers.Add(watcher);
        watcher.Changed += (_, _) => wake();
        watcher.Created += (_, _) => wake();
        watcher.Deleted += (_, _) => wake();
        watcher.Renamed += (_, _) => wake();
        watcher.Error += (_, _) =>
        {
            isBroken = true;
            wake();
        };
        watcher.EnableRaisingEvents = true;
    }

    private bool IsStill(bool isFolder, FileIdentity folder, FileIdentity parent) =>
        isFolder == listenedTo.IsFolder
        && parent.IsSameFolder(listenedTo.Parent)
        && (!isFolder || folder.IsSameFolder(listenedTo.Folder));
}
