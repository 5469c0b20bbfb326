using Lucene.Net.Util;

namespace Search.Engine.Indexing;

/// <summary>Lucene's bytes as a span.</summary>
internal static class BytesRefSpan
{
    /// <summary>The bytes that the reference covers; valid as long as its array is not written to.</summary>
    public static ReadOnlySpan<byte> AsSpan(this BytesRef bytes) => bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
}
