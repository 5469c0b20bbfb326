using System.Text;

namespace Search.Engine.Sources;

/// <summary>A file to import, or standard input.</summary>
public sealed class SourceFile
{
    private readonly Func<OpenedSource> _open;
    private Func<Stream>? _openSampled;
    private bool _isSpent;

    /// <param name="path">As the user gave it, or <c>-</c> for standard input.</param>
    /// <param name="open">Opens it anew, from the beginning, uncompressed.</param>
    /// <param name="source">The name of the source that it belongs to; the path when null.</param>
    public SourceFile(string path, Func<Stream> open, string? source = null)
        : this(path, source ?? path, () => new OpenedSource(open(), CanReopen: true)) { }

    internal SourceFile(string path, string source, Func<OpenedSource> open, MadeIds? ids = null)
    {
        Ids = ids ?? new MadeIds();
        Path = path;
        Source = source;
        _open = open;
    }

    /// <summary>As the user gave it; for a file found in a folder, the folder as given and the rest of the path.</summary>
    public string Path { get; }

    /// <summary>The name of the source; importers that have to make ids begin them with it.</summary>
    public string Source { get; }

    /// <summary>The ids that importers made from titles, shared by all files found at one path.</summary>
    internal MadeIds Ids { get; }

    /// <summary>Another file of the same source, by its path from this one's folder; null when there is none.</summary>
    internal SourceFile? Beside(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(Path);
        if (Path == SourceFiles.StandardInput || folder is null)
            return null;
        var full = System.IO.Path.Combine(folder, path);
        string[] candidates = [full, full + ".gz"];
        var found = Array.Find(candidates, File.Exists);
        return found is null ? null : SourceFiles.At(found, Source, Ids);
    }

    /// <summary>A new stream from the beginning, uncompressed; the caller disposes it.</summary>
    /// <exception cref="SourceException">The file cannot be read, or is standard input and was read already.</exception>
    public Stream Open()
    {
        if (_openSampled is { } openSampled)
        {
            _openSampled = null;
            return openSampled();
        }
        if (_isSpent)
            throw new SourceException(Path, "can be read only once");
        var opened = _open();
        _isSpent = !opened.CanReopen;
        return opened.Text;
    }

    /// <summary>The beginning of the file. <see cref="Open"/> starts at the beginning all the same, also at a pipe.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public SourceSample Sample()
    {
        var stream = Open();
        var start = StreamStart.Read(Path, stream, SourceSample.MaxBytes);
        // A pipe stays open, and the next Open hands it out.
        if (_isSpent)
            _openSampled = () => new StartedStream(start, stream);
        else
            stream.Dispose();
        return SourceSample.Of(Path, start);
    }
}

/// <summary>An open source.</summary>
/// <param name="Text">From the beginning, uncompressed.</param>
/// <param name="CanReopen">False for a pipe: what was read from it is gone.</param>
internal readonly record struct OpenedSource(Stream Text, bool CanReopen);

/// <summary>The beginning of a source file, by which its format is told.</summary>
/// <param name="Path">As in <see cref="SourceFile"/>.</param>
/// <param name="Start">The first 4,096 characters at most, uncompressed, without byte order mark.</param>
public sealed record SourceSample(string Path, string Start)
{
    /// <summary>The most characters that <see cref="Start"/> has.</summary>
    public const int MaxLength = 4_096;

    // No character takes more than three bytes a UTF-16 unit.
    internal const int MaxBytes = 3 * MaxLength;

    internal static SourceSample Of(string path, ReadOnlySpan<byte> start)
    {
        if (start is [0xEF, 0xBB, 0xBF, ..])
            start = start[3..];
        var text = new char[start.Length];
        // Not flushed: a character that the sample cuts in two is left out.
        Encoding.UTF8.GetDecoder().Convert(start, text, flush: false, out _, out var length, out _);
        return new(path, new string(text, 0, Math.Min(length, MaxLength)));
    }
}
