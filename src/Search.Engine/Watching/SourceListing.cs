using Search.Engine.Sources;

namespace Search.Engine.Watching;

/// <summary>The files of a watched source at one moment, in the order in which they are imported.</summary>
/// <param name="Files">With how they look.</param>
/// <param name="IsThere">False when the path leads nowhere: nothing is known then of its files.</param>
internal sealed record SourceListing(IReadOnlyList<(SourceFile File, FileStamp Stamp)> Files, bool IsThere)
{
    /// <exception cref="SourceException">A folder cannot be listed.</exception>
    public static SourceListing Of(WatchedSource source)
    {
        if (!Path.Exists(source.Path))
            return new([], IsThere: false);
        var files = new List<(SourceFile, FileStamp)>();
        foreach (var file in SourceFiles.Find(source.Path, source.Source))
        {
            // One that has gone since the folder was listed is not in the list.
            if (FileStamp.Of(file.Path) is { } stamp)
                files.Add((file, stamp));
        }
        return new(files, IsThere: true);
    }
}
