using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Indexing;

/// <summary>Files that are whole after a power loss: the old content or the new, never half.</summary>
public static class DurableFile
{
    /// <summary>Writes beside, flushes to the disk, renames into place, flushes the folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">The whole of it.</param>
    /// <param name="mode">Who may read it, where the system knows such modes; null for what is usual.</param>
    public static void Replace(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null)
    {
        var temporary = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
    }

    /// <summary>Makes sure that the names in a folder are on the disk.</summary>
    // A rename is on the disk only when its folder is. .NET opens no folders as files, so this goes to the C library;
    // Windows keeps no such promise to ask for.
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = open(folder, 0);
        if (handle.IsInvalid || fsync(handle) != 0)
            throw new IOException($"The folder {folder} could not be flushed to the disk.");
    }

    [DllImport(
        "libc",
        SetLastError = true,
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle open(string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(SafeFileHandle handle);
}
