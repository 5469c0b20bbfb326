using System.Runtime.InteropServices;

namespace Search.Engine.Suggesting;

/// <summary>Gathers the names of speakers, or topics, while the index of suggestions is built.</summary>
internal sealed class NameCollector
{
    /// <summary>Longer names are sentences in the wrong place; no list shows them.</summary>
    private const int LongestName = 200;

    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string> names = [];

    /// <summary>The words of each name.</summary>
    public WordRows Rows { get; } = new();

    /// <summary>The names of each record.</summary>
    public NumberRows Uses { get; } = new();

    /// <summary>A name as it stands in the records.</summary>
    public string this[int name] => names[name];

    /// <summary>
    /// Adds the names of the next record. Left out are names without words, which nobody can type, and those that a filter
    /// would not take as they are.
    /// </summary>
    public void Add(IReadOnlyList<string> ofRecord, WordSplitter splitter, WordNumbers words)
    {
        foreach (var name in ofRecord)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, name, out var isKnown);
            if (!isKnown)
                number = IsUsable(name, splitter) ? New(name, splitter, words) : -1;
            if (number >= 0)
                Uses.Append(number);
        }
        Uses.EndRow();
    }

    /// <summary>The names, those of the most works first, then by name.</summary>
    public NameSet Build(HeadList heads, WordList words, int[] places)
    {
        var works = heads.CountWorks(Uses, names.Count);
        int[] order =
        [
            .. Enumerable
                .Range(0, names.Count)
                .OrderByDescending(name => works[name])
                .ThenBy(name => names[name], StringComparer.Ordinal),
        ];
        return NameSet.Of(
            Rows.Words.InOrder(order, places),
            words,
            [.. order.Select(name => names[name])],
            Uses,
            order,
            works
        );
    }

    private static bool IsUsable(string name, WordSplitter splitter)
    {
        if (name.Length is 0 or > LongestName || char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]))
            return false;
        splitter.Split(name);
        return splitter.Words.Count > 0;
    }

    private int New(string name, WordSplitter splitter, WordNumbers words)
    {
        names.Add(name);
        Rows.Add(name, splitter, words);
        return names.Count - 1;
    }
}
