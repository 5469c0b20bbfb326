using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>Reads one source format: a file in, records out. One class a format, listed in <see cref="Importers"/>.</summary>
public interface IImporter
{
    /// <summary>The name that <c>--format</c> takes, such as <c>jsonl</c>.</summary>
    string Format { get; }

    /// <summary>How names of such files end, such as <c>.jsonl</c>; other files in a folder are passed over.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>True when the beginning of the file looks like this format.</summary>
    bool Recognises(SourceSample sample);

    /// <summary>
    /// The records of <paramref name="file"/> in its order, each with its position. What cannot be used comes as a
    /// <see cref="RefusedRecord"/>; the others go on. Streams: holds one record at a time where the format allows.
    /// </summary>
    /// <exception cref="SourceException">The file cannot be read at all.</exception>
    IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken);
}

/// <summary>What an importer found at one place of a source: a record, or the reason why there is none.</summary>
/// <param name="Position">Where it stands.</param>
public abstract record ImportItem(SourcePosition Position);

/// <summary>A record that may go into the index.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Record">The record.</param>
public sealed record ImportedRecord(SourcePosition Position, Record Record) : ImportItem(Position)
{
    /// <summary>What is odd about it and did not keep it out, each as the end of a sentence; none in most.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Something odd about a file that keeps no record out.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Text">As the end of a sentence, without position.</param>
public sealed record SourceNote(SourcePosition Position, string Text) : ImportItem(Position);

/// <summary>Something that is no usable record; the rest of the source is not affected.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Id">Its id, when it could be read.</param>
/// <param name="Reason">In plain words, with what to do where that is not obvious; no position in it.</param>
public sealed record RefusedRecord(SourcePosition Position, string? Id, string Reason) : ImportItem(Position)
{
    /// <summary>
    /// True when more than one record may be missing: a file that breaks off or cannot be understood. What is not in the
    /// source then may well still be there, so nothing must be pruned.
    /// </summary>
    public bool RestIsUnread { get; init; }

    /// <summary>Refuses all that may stand at <paramref name="position"/> and behind it in the file.</summary>
    public static RefusedRecord OfRest(SourcePosition position, string reason) =>
        new(position, null, reason) { RestIsUnread = true };
}

/// <summary>A place in a source.</summary>
/// <param name="File">The path as it was given, or <c>-</c> for standard input.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
public readonly record struct SourcePosition(string File, long Line)
{
    /// <summary><c>talks.jsonl:12</c>, or <c>talks.jsonl</c> for the whole file.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}

/// <summary>A source cannot be read at all: it does not exist, is no text, access is denied.</summary>
/// <param name="file">The path as it was given.</param>
/// <param name="reason">In plain words.</param>
/// <param name="inner">What the system said.</param>
public sealed class SourceException(string file, string reason, Exception? inner = null)
    : Exception($"{file}: {reason}", inner)
{
    /// <summary>The path as it was given.</summary>
    public string File { get; } = file;

    /// <summary>In plain words, without the path.</summary>
    public string Reason { get; } = reason;
}
