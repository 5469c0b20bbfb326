using System.Globalization;

namespace Search.Engine.Documents;

/// <summary>Escapes of half a surrogate pair, which are legal JSON and no text.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>
    /// Null when there is nothing to repair, else a copy where each lone <c>\ud800</c> is <c>\ufffd</c>. All positions stay.
    /// </summary>
    /// <example><c>"\ud83d\ude00 \ud83d"</c> gives <c>"\ud83d\ude00 \ufffd"</c>; <c>"\\ud800"</c> gives null.</example>
    public static byte[]? Repair(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
            return null;
        byte[]? repaired = null;
        var position = 0;
        while (NextEscape(json, position) is var escape and >= 0)
        {
            position = escape + 2;
            var unit = UnitAt(json, escape);
            if (!char.IsSurrogate(unit))
                continue;
            if (char.IsSurrogatePair(unit, UnitAt(json, escape + EscapeLength)))
            {
                position = escape + (2 * EscapeLength);
                continue;
            }
            repaired ??= json.ToArray();
            "\\ufffd"u8.CopyTo(repaired.AsSpan(escape));
        }
        return repaired;
    }

    private static int NextEscape(ReadOnlySpan<byte> json, int from)
    {
        var offset = from < json.Length ? json[from..].IndexOf((byte)'\\') : -1;
        return offset < 0 ? -1 : from + offset;
    }

    // U+0000, which is no surrogate, when no whole \uXXXX stands there.
    private static char UnitAt(ReadOnlySpan<byte> json, int position)
    {
        if (position + EscapeLength > json.Length || json[position] != '\\' || json[position + 1] != 'u')
            return '\0';
        var digits = json.Slice(position + 2, 4);
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
    }
}
