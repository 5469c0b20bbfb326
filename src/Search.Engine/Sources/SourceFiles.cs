namespace Search.Engine.Sources;

/// <summary>From what was typed as PATH to the files to import.</summary>
public static class SourceFiles
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// The file at <paramref name="path"/>; or all files below the folder in ordinal order, without hidden ones and those
    /// whose name ends in no way that an importer knows (<see cref="IImporter.Extensions"/>, with <c>.gz</c> or without);
    /// or standard input. Gzip is told by its first bytes, whatever the name,
    /// and so are UTF-16 and UTF-32, which come as UTF-8. Folders are listed as the files are asked for.
    /// </summary>
    /// <param name="path">A file, a folder, or <c>-</c>.</param>
    /// <param name="source">The name of the source; the path when null.</param>
    /// <param name="openStandardInput">Opens standard input; may be null where it makes no sense.</param>
    /// <exception cref="SourceException">There is no such file; while enumerating, a folder cannot be listed.</exception>
    public static IEnumerable<SourceFile> Find(
        string path,
        string? source = null,
        Func<Stream>? openStandardInput = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = source ?? path;
        if (path == StandardInput)
        {
            if (openStandardInput is null)
                throw new SourceException(path, "standard input cannot be read here");
            return
            [
                new SourceFile(path, name, () => new(Decompression.Open(path, openStandardInput()), CanReopen: false)),
            ];
        }
        var ids = new MadeIds();
        if (Directory.Exists(path))
            return FolderWalk.Files(path).Where(IsOfKnownExtension).Select(file => At(file, name, ids));
        if (!Path.Exists(path))
            throw new SourceException(path, "does not exist");
        return [At(path, name, ids)];
    }

    internal static SourceFile At(string path, string source, MadeIds ids) =>
        new(
            path,
            source,
            () =>
            {
                var stream = OpenFile(path);
                return new(Decompression.Open(path, stream), stream.CanSeek);
            },
            ids
        );

    private static bool IsOfKnownExtension(string path)
    {
        var isCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var extension = Path.GetExtension(isCompressed ? path[..^3] : path);
        return Importers.All.Any(importer => importer.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(
                path,
                new FileStreamOptions
                {
                    Access = FileAccess.Read,
                    Mode = FileMode.Open,
                    // A source may be written to or replaced while it is read.
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    BufferSize = 64 * 1_024,
                    Options = FileOptions.SequentialScan,
                }
            );
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceException(path, "does not exist", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new SourceException(path, "cannot be read: access is denied", fault);
        }
        catch (IOException fault)
        {
            throw new SourceException(path, $"cannot be read: {fault.Message}", fault);
        }
    }
}
