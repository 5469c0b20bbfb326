namespace Search.Engine.Sources;

/// <summary>Lists the files below a folder.</summary>
internal static class FolderWalk
{
    /// <summary>
    /// Files and folders of one folder in ordinal order of their names, without hidden ones. Links are followed, but each
    /// folder is read once only, under the path that comes first: links in a circle end there.
    /// </summary>
    /// <exception cref="SourceException">A folder cannot be listed.</exception>
    public static IEnumerable<string> Files(string folder) =>
        Files(folder, RealPath(folder), new HashSet<string>(StringComparer.Ordinal));

    private static IEnumerable<string> Files(string folder, string realFolder, HashSet<string> seen)
    {
        if (!seen.Add(realFolder))
            yield break;
        foreach (var entry in Entries(folder))
        {
            var path = Path.Combine(folder, entry.Name);
            if (entry is FileInfo)
            {
                yield return path;
                continue;
            }
            var realPath = entry.LinkTarget is null ? Path.Combine(realFolder, entry.Name) : RealPath(path);
            foreach (var file in Files(path, realPath, seen))
                yield return file;
        }
    }

    private static FileSystemInfo[] Entries(string folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden };
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos("*", options);
            Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Name, other.Name));
            return entries;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new SourceException(folder, "cannot be listed: access is denied", fault);
        }
        catch (IOException fault)
        {
            throw new SourceException(folder, $"cannot be listed: {fault.Message}", fault);
        }
    }

    // The path without links, in its last part and in those before it.
    private static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
            return full;
        var real = Path.Combine(RealPath(parent), Path.GetFileName(full));
        var target = Directory.ResolveLinkTarget(real, returnFinalTarget: true);
        return target is null ? real : RealPath(target.FullName);
    }
}
