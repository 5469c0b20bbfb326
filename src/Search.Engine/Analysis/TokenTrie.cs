namespace Search.Engine.Analysis;

/// <summary>A form found in a text. A length of 0 means none.</summary>
/// <param name="Word">What it becomes.</param>
/// <param name="Length">UTF-16 units of the text.</param>
internal readonly record struct TokenMatch(string Word, int Length);

/// <summary>Finds the longest written form at a place of a text: one table look-up a character, case aside.</summary>
internal sealed class TokenTrie
{
    private const int Root = 0;
    private const string WhiteSpace = " \t\n\r\u00A0";

    // A character's column in the table; 0 for those that no form holds.
    private readonly byte[] columns = new byte[char.MaxValue + 1];
    private readonly ushort[] next;
    private readonly string?[] words;
    private int nodes = 1;
    private readonly int width;

    public TokenTrie(IEnumerable<KeyValuePair<string, string>> wordsByForm)
    {
        var forms = wordsByForm.ToList();
        width = NumberColumns(forms.SelectMany(form => form.Key));
        LongestForm = forms.Max(form => form.Key.Length);
        var mostNodes = 1 + forms.Sum(form => form.Key.Length);
        next = new ushort[mostNodes * width];
        words = new string?[mostNodes];
        foreach (var (form, word) in forms)
            words[NodeOf(form)] = word;
    }

    /// <summary>In UTF-16 units.</summary>
    public int LongestForm { get; }

    /// <summary>True when some form begins with these two characters: no need to look further otherwise.</summary>
    public bool MayBegin(char first, char second)
    {
        var node = next[columns[first]];
        return node != Root && next[node * width + columns[second]] != Root;
    }

    /// <summary>
    /// The longest form at <paramref name="start"/> that stands between word borders. The text must hold two characters
    /// before it, and <see cref="LongestForm"/> and two from it on.
    /// </summary>
    public TokenMatch Longest(ReadOnlySpan<char> text, int start)
    {
        var longest = default(TokenMatch);
        var node = Root;
        for (var at = start; ; at++)
        {
            node = next[node * width + columns[text[at]]];
            if (node == Root)
                return longest;
            if (words[node] is { } word && TokenBorders.Enclose(text, start, at + 1))
                longest = new TokenMatch(word, at + 1 - start);
        }
    }

    private int NumberColumns(IEnumerable<char> characters)
    {
        var count = 1;
        foreach (var c in characters.Select(char.ToLowerInvariant).Distinct().Order())
        {
            foreach (var same in c == ' ' ? WhiteSpace : $"{c}{char.ToUpperInvariant(c)}")
                columns[same] = checked((byte)count);
            count++;
        }
        return count;
    }

    private int NodeOf(string form)
    {
        var node = Root;
        foreach (var c in form)
        {
            ref var child = ref next[node * width + columns[c]];
            if (child == Root)
            {
                child = checked((ushort)nodes++);
            }
            node = child;
        }
        return node;
    }
}
