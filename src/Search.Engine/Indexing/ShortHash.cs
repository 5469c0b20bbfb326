using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Search.Engine.Indexing;

/// <summary>Tells states apart that are compared with few others: eight hexadecimal digits.</summary>
internal static class ShortHash
{
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static string Of(ReadOnlySpan<byte> bytes) =>
        XxHash32.HashToUInt32(bytes).ToString("x8", CultureInfo.InvariantCulture);
}
