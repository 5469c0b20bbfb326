using Lucene.Net.Util;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>Many short texts as UTF-8 in one piece of memory: an object for each would cost more than the text.</summary>
internal sealed class Utf8Values
{
    private readonly List<int> ends = [];
    private byte[] bytes = new byte[256];
    private int length;

    public int Count => ends.Count;

    public ReadOnlySpan<byte> this[int index] => bytes.AsSpan(Start(index), ends[index] - Start(index));

    public void Add(BytesRef value)
    {
        if (length + value.Length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + value.Length));
        value.AsSpan().CopyTo(bytes.AsSpan(length));
        length += value.Length;
        ends.Add(length);
    }

    /// <summary>Gives back what was kept ready for more.</summary>
    public void Trim()
    {
        Array.Resize(ref bytes, length);
        ends.TrimExcess();
    }

    private int Start(int index) => index == 0 ? 0 : ends[index - 1];
}
