using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Search.Engine.Documents;

/// <summary>JSON merge patch (RFC 7396): members of an object replace those of another, <c>null</c> removes them.</summary>
internal static class MergePatch
{
    /// <summary>
    /// The patched object, or in plain words why there is none; <c>{"a":{"b":1,"c":2}}</c> patched with
    /// <c>{"a":{"b":null}}</c> gives <c>{"a":{"c":2}}</c>. Lists are replaced as a whole.
    /// </summary>
    /// <param name="target">A JSON object.</param>
    /// <param name="patch">Any bytes.</param>
    public static (byte[]? Patched, string? Fault) Apply(ReadOnlyMemory<byte> target, ReadOnlyMemory<byte> patch)
    {
        if (!Utf8.IsValid(patch.Span))
            return (null, $"The patch {JsonFault.OfEncoding(patch.Span)}.");
        var options = new JsonDocumentOptions { MaxDepth = RecordJson.MaxDepth };
        try
        {
            using var before = JsonDocument.Parse(target, options);
            using var change = JsonDocument.Parse(LoneSurrogates.Repair(patch.Span) ?? patch, options);
            if (change.RootElement.ValueKind != JsonValueKind.Object)
                return (null, $"The patch is {JsonFault.NameOf(change.RootElement)}; it must be a JSON object.");
            if (JsonFault.RepeatedMember(change.RootElement) is { } repeated)
                return (null, $"The patch has \"{JsonFault.Shorten(repeated)}\" twice.");
            var output = new ArrayBufferWriter<byte>(target.Length + patch.Length);
            using (var writer = new Utf8JsonWriter(output))
                WriteMerged(writer, before.RootElement, change.RootElement);
            return (output.WrittenSpan.ToArray(), null);
        }
        catch (JsonException)
        {
            return (null, $"The patch {JsonFault.Of(patch.Span)}.");
        }
    }

    private static void WriteMerged(Utf8JsonWriter writer, JsonElement before, JsonElement change)
    {
        if (change.ValueKind != JsonValueKind.Object)
        {
            change.WriteTo(writer);
            return;
        }
        var old = before.ValueKind == JsonValueKind.Object ? before : default;
        writer.WriteStartObject();
        foreach (var member in Members(old))
        {
            if (!change.TryGetProperty(member.Name, out _))
                member.WriteTo(writer);
        }
        foreach (var member in Members(change))
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            var replaced = default(JsonElement);
            if (old.ValueKind == JsonValueKind.Object && old.TryGetProperty(member.Name, out var value))
                replaced = value;
            writer.WritePropertyName(member.Name);
            WriteMerged(writer, replaced, member.Value);
        }
        writer.WriteEndObject();
    }

    private static IEnumerable<JsonProperty> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];
}
