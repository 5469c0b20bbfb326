using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Engine.Documents;

/// <summary>Says in plain words why bytes are no JSON that can be used. Slow and exact; asked only when there is a fault.</summary>
internal static class JsonFault
{
    private const int LongestQuote = 60;

    public static string OfEncoding(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (
            position < bytes.Length
            && Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == System.Buffers.OperationStatus.Done
        )
            position += length;
        return $"is not UTF-8 text from byte {position + 1} on; save the file as UTF-8";
    }

    /// <summary>Why <paramref name="json"/>, which is valid UTF-8, could not be read as one JSON value.</summary>
    public static string Of(ReadOnlySpan<byte> json, int maxDepth = RecordJson.MaxDepth)
    {
        if (json.Trim(" \t\r\n"u8).IsEmpty)
            return "is empty";
        // Not final: what is only cut off gives no exception, and then the end is where it is wrong.
        var reader = new Utf8JsonReader(
            json,
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue })
        );
        try
        {
            while (reader.Read())
            {
                var opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                if (opens && reader.CurrentDepth >= maxDepth)
                    return $"nests deeper than {maxDepth} levels";
            }
            return $"breaks off at {Place(json, json.Length)} before the JSON is complete; "
                + "a record stands whole on one line";
        }
        catch (JsonException fault)
        {
            var position = Position(json, fault);
            return $"is not JSON: {Found(json, position)} at {Place(json, position)} cannot stand there";
        }
    }

    /// <summary>The record's id when it stands before the fault. The bytes may be any.</summary>
    public static string? IdBefore(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                var isId =
                    reader.TokenType == JsonTokenType.PropertyName
                    && reader.CurrentDepth == 1
                    && reader.ValueTextEquals("id"u8);
                if (isId)
                    return reader.Read() && reader.TokenType == JsonTokenType.String
                        ? reader.GetString()?.Trim()
                        : null;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The fault is described elsewhere; here it only means that no id stands before it, or one that is no text.
            return null;
        }
        return null;
    }

    /// <summary>The first member name that stands twice in one object at any depth, else null.</summary>
    public static string? RepeatedMember(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().Select(RepeatedMember).FirstOrDefault(repeated => repeated is not null);
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (!names.Add(member.Name))
                return member.Name;
            if (RepeatedMember(member.Value) is { } repeated)
                return repeated;
        }
        return null;
    }

    /// <summary>What a value is, to end a sentence with.</summary>
    public static string NameOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            _ => "null",
        };

    /// <summary>A value of the source for a message: on one line and not long.</summary>
    public static string Shorten(string text)
    {
        var cut = text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote).TrimEnd(), "…");
        return string.Concat(cut.Select(unit => char.IsControl(unit) ? ' ' : unit));
    }

    private static int Position(ReadOnlySpan<byte> json, JsonException fault)
    {
        var lineStart = 0;
        for (var line = 0; line < fault.LineNumber; line++)
            lineStart += json[lineStart..].IndexOf((byte)'\n') + 1;
        return Math.Min(json.Length, lineStart + (int)(fault.BytePositionInLine ?? 0));
    }

    private static string Place(ReadOnlySpan<byte> json, int position)
    {
        var before = json[..position];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return line == 1
            ? string.Create(CultureInfo.InvariantCulture, $"column {column}")
            : string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}");
    }

    private static string Found(ReadOnlySpan<byte> json, int position)
    {
        if (position >= json.Length)
            return "the end";
        Rune.DecodeFromUtf8(json[position..], out var rune, out _);
        return Rune.IsControl(rune)
            ? string.Create(CultureInfo.InvariantCulture, $"the control character U+{rune.Value:X4}")
            : $"\"{rune}\"";
    }
}
