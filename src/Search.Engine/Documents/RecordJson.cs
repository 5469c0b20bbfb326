using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Search.Engine.Documents;

/// <summary>Records as JSON: one object, in a JSON Lines file one line.</summary>
/// <remarks>
/// <see cref="Write(Record)"/> is canonical: equal records give equal bytes, and reading them back gives an equal record.
/// </remarks>
public static class RecordJson
{
    /// <summary>How deep lists and objects may nest in each other; the record itself is the first level.</summary>
    public const int MaxDepth = 32;

    /// <summary>
    /// Reads one record. Texts are trimmed, empty ones and <c>null</c> are as absent, half surrogate pairs become U+FFFD.
    /// Never throws: what is wrong comes back as <see cref="ParsedRecord.Fault"/>, the first thing only.
    /// </summary>
    public static ParsedRecord Parse(ReadOnlySpan<byte> utf8Line)
    {
        if (!Utf8.IsValid(utf8Line))
            return ParsedRecord.Refused(JsonFault.IdBefore(utf8Line), JsonFault.OfEncoding(utf8Line));
        var repaired = LoneSurrogates.Repair(utf8Line);
        var json = repaired is null ? utf8Line : repaired;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
            using var document = JsonDocument.ParseValue(ref reader);
            // Throws when something stands behind the value.
            reader.Read();
            return RecordReader.Read(document.RootElement);
        }
        catch (JsonException)
        {
            return ParsedRecord.Refused(JsonFault.IdBefore(json), JsonFault.Of(json));
        }
    }

    /// <summary>
    /// One line of JSON in UTF-8 without a line break: the known members in the order of the documentation, then the
    /// unknown ones by name. Only what JSON, or a reader of lines, demands is escaped.
    /// </summary>
    /// <exception cref="ArgumentException">The numbers of an interview's passages do not rise.</exception>
    public static byte[] Write(Record record)
    {
        var output = new ArrayBufferWriter<byte>(1_024);
        Write(record, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>As <see cref="Write(Record)"/>, into <paramref name="output"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of an interview's passages do not rise.</exception>
    public static void Write(Record record, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(output);
        RecordWriter.Write(record, new CanonicalJson(output));
    }
}
