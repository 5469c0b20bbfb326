using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Service.Parameters;

/// <summary>
/// The text of a JSON string, whatever it holds. The library's own reading throws on an escape that is half a surrogate
/// pair (<c>\ud800</c>, which JavaScript writes for half an emoji) and on bytes that are no UTF-8; here both are U+FFFD.
/// </summary>
internal static class JsonText
{
    /// <summary>The text of the string or member name that <paramref name="reader"/> stands on.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.ValueIsEscaped ? WholeRunes(Unescape(raw)) : raw;
    }

    // The reader has checked that each backslash is followed by what the grammar allows.
    private static StringBuilder Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            if (raw[i] != 'u')
            {
                text.Append(Simple(raw[i]));
                continue;
            }
            text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, null));
            i += 4;
        }
        return text;
    }

    private static char Simple(char escaped) =>
        escaped switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escaped,
        };

    // Halves of a pair become U+FFFD on the way through UTF-8.
    private static string WholeRunes(StringBuilder text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
}
