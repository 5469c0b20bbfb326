using System.IO.Hashing;
using Lucene.Net.Util;
using Search.Engine.Documents;
using Search.Engine.Indexing;

namespace Search.Engine.Suggesting;

/// <summary>Gathers the title of each record while the index of suggestions is built.</summary>
internal sealed class TitleCollector
{
    // yyyymmdd has 27 bits; the other 37 are the hash of the id, which decides among titles of one day.
    private const int HashBits = 37;
    private const ulong LatestDate = (1UL << (64 - HashBits)) - 1;

    private readonly List<RecordKind> kinds = [];
    private readonly List<ulong> keys = [];

    /// <summary>The words of the title of each record, by its number.</summary>
    public WordRows Rows { get; } = new();

    /// <summary>Adds the title of the next record, split just before.</summary>
    public void Add(string title, WordSplitter splitter, WordNumbers numbers, RecordKind kind, int date, BytesRef id)
    {
        Rows.Add(title, splitter, numbers);
        kinds.Add(kind);
        keys.Add(((LatestDate - (ulong)date) << HashBits) | (XxHash3.HashToUInt64(id.AsSpan()) >> (64 - HashBits)));
    }

    /// <summary>The titles of one kind, newest first. One without words cannot be found and is left out.</summary>
    public TitleSet Build(RecordKind kind, WordList words, int[] places)
    {
        int[] order =
        [
            .. Enumerable.Range(0, kinds.Count).Where(head => kinds[head] == kind && Rows.Words[head].Length > 0),
        ];
        Array.Sort(Array.ConvertAll(order, head => keys[head]), order);
        return new TitleSet(new SuggestionTable(Rows.Words.InOrder(order, places), words.Count), order);
    }
}
