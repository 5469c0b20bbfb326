using System.Text;

namespace Search.Service.Parameters;

/// <summary>Percent-encoded text, decoded exactly once as UTF-8.</summary>
internal static class PercentText
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// Reads text as browsers read a query string: <c>+</c> is a space, a <c>%</c> without two digits is itself, bytes that
    /// are no UTF-8 are U+FFFD. Never fails.
    /// </summary>
    /// <example><c>a+b%2Bc</c> gives <c>a b+c</c>; <c>100%</c> gives <c>100%</c>; <c>%ff</c> gives U+FFFD.</example>
    public static string DecodeQuery(ReadOnlySpan<char> encoded) =>
        encoded.IndexOfAny('%', '+') < 0
            ? WithoutLoneSurrogates(encoded)
            : Encoding.UTF8.GetString(Bytes(encoded, plusIsSpace: true, out _));

    /// <summary>Reads a path segment as <c>encodeURIComponent</c> makes it; false when it is not properly encoded.</summary>
    /// <example><c>a%2Fb+c</c> gives <c>a/b+c</c>; <c>%</c>, <c>%zz</c> and <c>%ff</c> give false.</example>
    public static bool TryDecodeSegment(ReadOnlySpan<char> encoded, out string text)
    {
        text = "";
        var bytes = Bytes(encoded, plusIsSpace: false, out var wellFormed);
        if (!wellFormed)
            return false;
        try
        {
            text = Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static byte[] Bytes(ReadOnlySpan<char> encoded, bool plusIsSpace, out bool wellFormed)
    {
        wellFormed = true;
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(encoded.Length)];
        var length = 0;
        while (!encoded.IsEmpty)
        {
            var isEscape = encoded.Length >= 3 && char.IsAsciiHexDigit(encoded[1]) && char.IsAsciiHexDigit(encoded[2]);
            if (encoded[0] == '%' && isEscape)
            {
                bytes[length++] = byte.Parse(encoded[1..3], System.Globalization.NumberStyles.AllowHexSpecifier, null);
                encoded = encoded[3..];
                continue;
            }
            wellFormed &= encoded[0] != '%';
            if (plusIsSpace && encoded[0] == '+')
            {
                bytes[length++] = (byte)' ';
                encoded = encoded[1..];
                continue;
            }
            Rune.DecodeFromUtf16(encoded, out var rune, out var consumed);
            length += rune.EncodeToUtf8(bytes.AsSpan(length));
            encoded = encoded[consumed..];
        }
        return bytes[..length];
    }

    private static string WithoutLoneSurrogates(ReadOnlySpan<char> text)
    {
        var plain = text.ToString();
        return plain.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? plain
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(plain));
    }
}
