using System.Text;
using System.Text.Json;
using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>A JSON body as parameters: an object whose members are single values or lists of them.</summary>
internal static class JsonBody
{
    /// <summary>
    /// Adds the members of a body to <paramref name="values"/>. Nothing at all and white space are an empty request; members
    /// that are null are not given.
    /// </summary>
    /// <returns>The problem that the body is; null when it is none.</returns>
    public static Problem? Read(ReadOnlySpan<byte> body, ParameterValues values)
    {
        var json = WithoutByteOrderMark(body);
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return null;
        var reader = new Utf8JsonReader(json);
        try
        {
            return ReadObject(ref reader, values);
        }
        catch (JsonException exception)
        {
            return Malformed(json, exception);
        }
    }

    private static Problem? ReadObject(ref Utf8JsonReader reader, ParameterValues values)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return Problem.Of(
                ProblemCode.MalformedJson,
                "The body must be a JSON object such as {\"q\":\"consensus\"}."
            );
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = JsonText.Read(ref reader);
            reader.Read();
            if (!ReadValue(ref reader, name, values))
                values.Faults.Add(
                    ParameterFault.Invalid(name, $"{name} must be a single value or a list of them, nothing deeper.")
                );
        }
        // What follows the object is an error too, which only a further read finds.
        reader.Read();
        return null;
    }

    private static bool ReadValue(ref Utf8JsonReader reader, string name, ParameterValues values)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return ReadSingle(ref reader, name, values);
        var flat = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            flat &= ReadSingle(ref reader, name, values);
        return flat;
    }

    private static bool ReadSingle(ref Utf8JsonReader reader, string name, ParameterValues values)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                return false;
            case JsonTokenType.String:
                values.Add(name, new ParameterValue(JsonText.Read(ref reader), JsonTokenType.String));
                return true;
            default:
                values.Add(name, new ParameterValue(Encoding.UTF8.GetString(reader.ValueSpan), reader.TokenType));
                return true;
        }
    }

    /// <summary>The text behind the mark that some editors put first.</summary>
    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    /// <summary>The problem of a text that is no JSON, with the place of the fault.</summary>
    public static Problem Malformed(ReadOnlySpan<byte> json, JsonException exception)
    {
        var line = (int)(exception.LineNumber ?? 0);
        var lineStart = 0;
        for (var i = 0; i < line; i++)
            lineStart += json[lineStart..].IndexOf((byte)'\n') + 1;
        var fault = Math.Min(lineStart + (int)(exception.BytePositionInLine ?? 0), json.Length);
        var column = Encoding.UTF8.GetCharCount(json[lineStart..fault]) + 1;
        return Problem.Of(ProblemCode.MalformedJson, $"The body is no JSON: line {line + 1}, character {column}.") with
        {
            Position = Encoding.UTF8.GetCharCount(json[..fault]),
        };
    }
}
