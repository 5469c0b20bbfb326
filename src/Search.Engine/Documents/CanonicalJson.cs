using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Search.Engine.Documents;

/// <summary>
/// Writes JSON on one line, without spaces. The library's writer escapes emoji even with its relaxed encoder; this one
/// escapes what JSON demands, and what some programs take for the end of a line (U+0085, U+2028, U+2029).
/// </summary>
internal sealed class CanonicalJson(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(unit => (char)unit),
        '"',
        '\\',
        '\u007f',
        '\u0085',
        '\u2028',
        '\u2029',
    ]);

    private bool _needsComma;

    public void Begin(char bracket)
    {
        Separate();
        Put((byte)bracket);
        _needsComma = false;
    }

    public void End(char bracket)
    {
        Put((byte)bracket);
        _needsComma = true;
    }

    public void Name(string name)
    {
        Text(name);
        Put((byte)':');
        _needsComma = false;
    }

    /// <summary>A string; half a surrogate pair is written as U+FFFD.</summary>
    public void Text(string text)
    {
        Separate();
        Put((byte)'"');
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is var next and >= 0)
        {
            Encoding.UTF8.GetBytes(rest[..next], output);
            Escape(rest[next]);
            rest = rest[(next + 1)..];
        }
        Encoding.UTF8.GetBytes(rest, output);
        Put((byte)'"');
        _needsComma = true;
    }

    /// <summary>Any value; members stay in their order, numbers as they are written.</summary>
    public void Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Begin('{');
                foreach (var member in value.EnumerateObject())
                {
                    Name(member.Name);
                    Value(member.Value);
                }
                End('}');
                break;
            case JsonValueKind.Array:
                Begin('[');
                foreach (var element in value.EnumerateArray())
                    Value(element);
                End(']');
                break;
            case JsonValueKind.String:
                Text(value.GetString() ?? "");
                break;
            case JsonValueKind.Undefined:
                Raw("null"u8);
                break;
            default:
                Raw(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    public void Raw(ReadOnlySpan<byte> json)
    {
        Separate();
        output.Write(json);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
            Put((byte)',');
    }

    private void Escape(char unit)
    {
        Put((byte)'\\');
        switch (unit)
        {
            case '"' or '\\':
                Put((byte)unit);
                break;
            case '\n':
                Put((byte)'n');
                break;
            case '\r':
                Put((byte)'r');
                break;
            case '\t':
                Put((byte)'t');
                break;
            default:
                Put((byte)'u');
                Span<byte> digits = stackalloc byte[4];
                ((int)unit).TryFormat(digits, out _, "x4", System.Globalization.CultureInfo.InvariantCulture);
                output.Write(digits);
                break;
        }
    }

    private void Put(byte one)
    {
        output.GetSpan(1)[0] = one;
        output.Advance(1);
    }
}
