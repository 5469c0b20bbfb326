using System.Buffers;
using System.Text;

namespace Search.Engine.Forgetting;

/// <summary>The names of people who are forgotten, as far as one can know them again.</summary>
internal sealed class ForgottenNames
{
    /// <summary>What stands where a name was.</summary>
    public const string Instead = "[name removed]";

    // What may stand between two words of a name: a space, a hyphen, an initial's full stop.
    private const int MostBetween = 3;

    private static readonly SearchValues<char> Separating = SearchValues.Create(",;:!?()[]\"");

    private readonly byte[] secret;
    private readonly Dictionary<(int Words, int Letters), HashSet<string>> hashes = [];
    private readonly int[] lengths;

    public ForgottenNames(IEnumerable<ForgottenEntry> entries, byte[] secret)
    {
        this.secret = secret;
        foreach (var entry in entries)
        {
            if (!hashes.TryGetValue((entry.Words, entry.Letters), out var same))
                hashes[(entry.Words, entry.Letters)] = same = new HashSet<string>(StringComparer.Ordinal);
            same.Add(entry.Hash);
        }
        // The longest first: of two names that begin alike the whole one goes.
        lengths = [.. hashes.Keys.Select(key => key.Words).Distinct().OrderDescending()];
    }

    public bool IsEmpty => hashes.Count == 0;

    /// <summary>Whether a speaker is one of them; what stands in brackets or after a comma is not the name.</summary>
    public bool IsSpeaker(string speaker)
    {
        if (IsEmpty)
            return false;
        var end = speaker.AsSpan().IndexOfAny('(', ',', '[');
        var words = NameWord.Of(end > 0 ? speaker[..end] : speaker);
        return words.Count > 0 && Holds(words, 0, words.Count);
    }

    /// <summary>The text with <see cref="Instead"/> in place of each name; the same string when it holds none.</summary>
    public string RemoveFrom(string text)
    {
        if (IsEmpty)
            return text;
        var words = NameWord.Of(text);
        StringBuilder? kept = null;
        var at = 0;
        for (var first = 0; first < words.Count; first++)
        {
            var count = NameAt(text, words, first);
            if (count == 0)
                continue;
            kept ??= new StringBuilder(text.Length);
            kept.Append(text, at, words[first].Start - at).Append(Instead);
            at = words[first + count - 1].End;
            first += count - 1;
        }
        return kept is null ? text : kept.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether a text names one of them.</summary>
    public bool AreIn(string text) => !ReferenceEquals(RemoveFrom(text), text);

    private int NameAt(string text, List<NameWord> words, int first)
    {
        foreach (var count in lengths)
        {
            if (first + count <= words.Count && IsTogether(text, words, first, count) && Holds(words, first, count))
                return count;
        }
        return 0;
    }

    private static bool IsTogether(string text, List<NameWord> words, int first, int count)
    {
        for (var i = first + 1; i < first + count; i++)
        {
            var between = text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
            if (between.Length > MostBetween || between.ContainsAny(Separating))
                return false;
        }
        return true;
    }

    private bool Holds(List<NameWord> words, int first, int count)
    {
        var letters = 0;
        for (var i = first; i < first + count; i++)
            letters += words[i].Text.Length;
        if (!hashes.TryGetValue((count, letters), out var same))
            return false;
        var key = string.Join(' ', words.Skip(first).Take(count).Select(word => word.Text));
        return same.Contains(ForgottenEntry.HashOf(ForgottenKind.Speaker, key, secret));
    }
}
