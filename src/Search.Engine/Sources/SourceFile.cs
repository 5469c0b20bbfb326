namespace Search.Engine.Sources;

/// <summary>A file to import, or standard input.</summary>
/// <param name="path">As the user gave it, or <c>-</c> for standard input.</param>
/// <param name="open">Opens it anew, from the beginning, uncompressed.</param>
public sealed class SourceFile(string path, Func<Stream> open)
{
    /// <summary>As the user gave it; for a file found in a folder, the folder as given and the rest of the path.</summary>
    public string Path { get; } = path;

    /// <summary>A new stream from the beginning, uncompressed; the caller disposes it.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public Stream Open() => open();
}

/// <summary>The beginning of a source file, by which its format is told.</summary>
/// <param name="Path">As in <see cref="SourceFile"/>.</param>
/// <param name="Start">The first characters, uncompressed; the whole text when it is short.</param>
public sealed record SourceSample(string Path, string Start);
