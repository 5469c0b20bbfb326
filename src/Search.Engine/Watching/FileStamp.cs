namespace Search.Engine.Watching;

/// <summary>By what a change of a file is seen without reading it.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Written">When its content last changed.</param>
/// <param name="Identity">Differs when another file was moved into its place, though that one may be as long and as old.</param>
internal readonly record struct FileStamp(long Length, DateTime Written, FileIdentity Identity)
{
    /// <summary>Null when there is no such file.</summary>
    public static FileStamp? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc, FileIdentity.Of(path)) : null;
    }
}
