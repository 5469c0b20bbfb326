using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Engine.Documents;
using Search.Service.Parameters;
using Search.Service.Problems;

namespace Search.Service.Writing;

/// <summary>Reads a record out of the body of a PUT.</summary>
internal static class RecordBody
{
    /// <summary>The record, or the problem that the body is. The id may be left out, since the address has it.</summary>
    public static (Record? Record, Problem? Problem) Read(ReadOnlyMemory<byte> body, string id)
    {
        var json = JsonBody.WithoutByteOrderMark(body.Span);
        var parsed = RecordJson.Parse(WithId(json, id));
        if (!parsed.IsRecord)
            return (null, Describe(json, parsed.Fault));
        return parsed.Id == id
            ? (parsed.Record, null)
            : (
                null,
                Problem.Of(
                    ProblemCode.RecordInvalid,
                    $"The record has the id \"{Parameter.Clip(parsed.Id)}\", and the address names another."
                )
            );
    }

    /// <summary>What is wrong with bytes that are to be JSON; null when they are.</summary>
    public static Problem? Malformed(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RecordJson.MaxDepth });
            while (reader.Read())
            {
                // Only that it can be read matters here.
            }
            return System.Text.Unicode.Utf8.IsValid(json)
                ? null
                : Problem.Of(ProblemCode.MalformedJson, "The body is not UTF-8 text.");
        }
        catch (JsonException exception)
        {
            return JsonBody.Malformed(json, exception);
        }
    }

    private static Problem Describe(ReadOnlySpan<byte> json, string fault) =>
        Malformed(json) ?? Problem.Of(ProblemCode.RecordInvalid, $"The record cannot be used: {fault}.");

    private static ReadOnlySpan<byte> WithId(ReadOnlySpan<byte> json, string id)
    {
        var brace = json.IndexOf((byte)'{');
        if (brace < 0 || HasId(json))
            return json;
        var rest = json[(brace + 1)..];
        var isEmpty = rest.TrimStart(" \t\r\n"u8).StartsWith("}"u8);
        var member = $"{{\"id\":\"{JsonEncodedText.Encode(id, JavaScriptEncoder.Default)}\"{(isEmpty ? "" : ",")}";
        return (byte[])[.. Encoding.UTF8.GetBytes(member), .. rest];
    }

    private static bool HasId(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                var isMember = reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1;
                // Not ValueTextEquals, which throws on a name with half of a surrogate pair.
                if (isMember && JsonText.Read(ref reader) == "id")
                    return true;
            }
            return false;
        }
        catch (JsonException)
        {
            // What is no JSON is described as such when it is read.
            return true;
        }
    }
}
