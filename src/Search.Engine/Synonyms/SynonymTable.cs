using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Search.Engine.Analysis;

namespace Search.Engine.Synonyms;

/// <summary>Which words may stand for which. Never changes; safe for many threads.</summary>
public sealed class SynonymTable
{
    private readonly Node root = new();

    internal SynonymTable(IReadOnlyList<SynonymRule> rules, IReadOnlyList<SynonymFault> faults)
    {
        Faults = faults;
        foreach (var rule in rules)
            Add(rule);
        Hash = HashOf(rules);
    }

    /// <summary>No synonyms.</summary>
    public static SynonymTable Empty { get; } = new([], []);

    /// <summary>Lines of its file that could not be used, in order.</summary>
    public IReadOnlyList<SynonymFault> Faults { get; }

    /// <summary>How many pairs of a side and what stands for it there are; <c>a, b</c> is two.</summary>
    public int Count { get; private set; }

    /// <summary>Eight hexadecimal digits that change when an answer could; order and comments do not matter.</summary>
    public string Hash { get; }

    /// <summary>
    /// What may stand for parts of a query. Where several parts begin at one word, the longest one is taken and what it
    /// covers is not looked at again; what was put in is not replaced in turn. Time is linear in the words.
    /// </summary>
    /// <param name="words">The unstemmed forms of neighbouring words, stop words included.</param>
    /// <example>
    /// With <c>ml, machine learning</c> the words <c>applied machine learning</c> give (1, 2, <c>ml</c>), and the words
    /// <c>ml</c> give (0, 1, <c>machine learning</c>).
    /// </example>
    public IReadOnlyList<SynonymMatch> Expand(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var matches = new List<SynonymMatch>();
        for (var start = 0; start < words.Count; )
        {
            var (length, node) = Longest(words, start);
            foreach (var target in node.Targets)
                matches.Add(new SynonymMatch(start, length, target));
            start += Math.Max(length, 1);
        }
        return matches;
    }

    private (int Length, Node Node) Longest(IReadOnlyList<string> words, int start)
    {
        var longest = (Length: 0, Node: root);
        var node = root;
        for (var i = start; i < words.Count && node.Next.TryGetValue(words[i], out var next); i++)
        {
            node = next;
            if (node.Targets.Count > 0)
                longest = (i - start + 1, node);
        }
        return longest;
    }

    private void Add(SynonymRule rule)
    {
        var node = root;
        foreach (var word in rule.From)
        {
            if (!node.Next.TryGetValue(word.Exact, out var next))
                node.Next[word.Exact] = next = new Node();
            node = next;
        }
        if (node.Targets.Exists(known => known.Select(w => w.Stem).SequenceEqual(rule.To.Select(w => w.Stem))))
            return;
        node.Targets.Add(rule.To);
        Count++;
    }

    private static string HashOf(IReadOnlyList<SynonymRule> rules)
    {
        var lines = rules
            .Select(rule => $"{Write(rule.From)}>{Write(rule.To)}\n")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(string.Concat(lines)));
        return ((uint)hash).ToString("x8", CultureInfo.InvariantCulture);
    }

    private static string Write(IEnumerable<VariantWord> words) => string.Join(' ', words.Select(word => word.Exact));

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<IReadOnlyList<VariantWord>> Targets { get; } = [];
    }
}
