using System.IO.Hashing;
using Lucene.Net.Util;
using Search.Engine.Documents;
using Search.Engine.Indexing;

namespace Search.Engine.Suggesting;

/// <summary>Gathers the title of each record while the index of suggestions is built.</summary>
internal sealed class TitleCollector
{
    private readonly List<Title> titles = [];

    /// <summary>The words of the title of each record, by its number.</summary>
    public WordRows Rows { get; } = new();

    /// <summary>Adds the title of the next record, split just before.</summary>
    public void Add(string title, WordSplitter splitter, WordNumbers numbers, RecordKind kind, int date, BytesRef id)
    {
        Rows.Add(title, splitter, numbers);
        titles.Add(new Title(kind, date, XxHash3.HashToUInt64(id.AsSpan())));
    }

    /// <summary>The titles of one kind, newest first. One without words cannot be found and is left out.</summary>
    public TitleSet Build(RecordKind kind, WordList words, int[] places)
    {
        var order = Enumerable
            .Range(0, titles.Count)
            .Where(head => titles[head].Kind == kind && Rows.Length(head) > 0)
            .OrderByDescending(head => titles[head].Date)
            .ThenBy(head => titles[head].IdHash)
            .ToArray();
        return new TitleSet(new SuggestionTable(Rows.InOrder(order, places), words.Count), order);
    }

    // Among titles of one day the id decides; its hash does so without keeping a million ids in memory.
    private readonly record struct Title(RecordKind Kind, int Date, ulong IdHash);
}
