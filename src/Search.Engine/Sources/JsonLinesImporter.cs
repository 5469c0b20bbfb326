using System.Text;
using System.Text.Json;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>JSON Lines: one record a line, as <see cref="RecordJson"/> reads it. Lines with nothing on them are passed over.</summary>
public sealed class JsonLinesImporter : IImporter
{
    /// <summary>The longest line in bytes, 64 MiB. A longer one is refused, and never held in memory as a whole.</summary>
    public const int MaxLineBytes = 64 * 1_024 * 1_024;

    private readonly int _maxLineBytes;

    /// <summary>With the usual limit.</summary>
    public JsonLinesImporter()
        : this(MaxLineBytes) { }

    internal JsonLinesImporter(int maxLineBytes) => _maxLineBytes = maxLineBytes;

    /// <inheritdoc/>
    public string Format => "jsonl";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".jsonl", ".ndjson"];

    /// <summary>
    /// By the name; or because the first line is an object with a "kind" or an "id"; or because the file has no text, so
    /// that somebody says so.
    /// </summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var text = sample.Start.AsSpan().TrimStart();
        if (text.IsEmpty || HasExtension(sample.Path))
            return true;
        var end = text.IndexOf('\n');
        return text[0] == '{' && HasRecordMember(end < 0 ? text : text[..end]);
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var lines = new LineReader(file.Open(), _maxLineBytes);
        var isEmpty = true;
        LineOutcome outcome;
        while ((outcome = lines.Next(cancellationToken)) != LineOutcome.End)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ItemOf(outcome, lines, file.Path) is not { } item)
                continue;
            isEmpty = false;
            yield return item;
            if (outcome == LineOutcome.Damaged)
                break;
        }
        if (isEmpty)
            yield return RefusedRecord.OfRest(new(file.Path, 0), "is empty");
    }

    private ImportItem? ItemOf(LineOutcome outcome, LineReader lines, string path)
    {
        var position = new SourcePosition(path, lines.Number);
        if (outcome == LineOutcome.Damaged)
            return RefusedRecord.OfRest(position, $"{lines.Damage}; nothing was read from here on");
        var line = lines.Line.Span;
        if (outcome == LineOutcome.TooLong)
            return new RefusedRecord(position, JsonFault.IdBefore(line), $"is longer than {Size(_maxLineBytes)}");
        if (line.Trim(" \t\r"u8).IsEmpty)
            return null;
        var parsed = RecordJson.Parse(line);
        return parsed.IsRecord
            ? new ImportedRecord(position, parsed.Record)
            : new RefusedRecord(position, parsed.Id, parsed.Fault);
    }

    private static string Size(int bytes) => bytes % 1_048_576 == 0 ? $"{bytes / 1_048_576} MiB" : $"{bytes} bytes";

    private bool HasExtension(string path) =>
        Extensions.Any(extension =>
            path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(extension + ".gz", StringComparison.OrdinalIgnoreCase)
        );

    // The sample may cut the line off; what stands before that decides. Other formats are objects on one line, too.
    private static bool HasRecordMember(ReadOnlySpan<char> line)
    {
        var json = new byte[Encoding.UTF8.GetMaxByteCount(line.Length)];
        var length = Encoding.UTF8.GetBytes(line, json);
        var reader = new Utf8JsonReader(json.AsSpan(0, length), isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                if (reader.ValueTextEquals("kind"u8) || reader.ValueTextEquals("id"u8))
                    return true;
            }
        }
        catch (JsonException)
        {
            // Not JSON, and nothing before the fault speaks for a record.
            return false;
        }
        return false;
    }
}
