namespace Search.Engine.Indexing;

/// <summary>
/// Where relative data paths start, alike for every program: at the nearest folder that holds <c>Search.sln</c>, looking
/// up from the working folder and then from the program's own; where there is none, at the working folder.
/// </summary>
public static class DataPaths
{
    private const string Landmark = "Search.sln";

    /// <summary>The full path of a data file or folder; a path that is full already stays as it is.</summary>
    public static string Resolve(string path) =>
        Resolve(path, Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    /// <summary>As <see cref="Resolve(string)"/>, with the two folders given.</summary>
    /// <param name="path">Relative or full; not empty.</param>
    /// <param name="workingFolder">A full path.</param>
    /// <param name="programFolder">A full path.</param>
    public static string Resolve(string path, string workingFolder, string programFolder)
    {
        var start = FolderWithLandmark(workingFolder) ?? FolderWithLandmark(programFolder) ?? workingFolder;
        return Path.GetFullPath(path, start);
    }

    private static string? FolderWithLandmark(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, Landmark)))
                return candidate.FullName;
        }
        return null;
    }
}
