using System.Collections.Frozen;

namespace Search.Engine.Cleaning;

/// <summary>Reads <c>function-words.tsv</c>.</summary>
internal static class FunctionWordLists
{
    private const string Resource = "Search.Engine.Cleaning.function-words.tsv";

    /// <summary>For each word in lower case the languages that have it.</summary>
    public static FrozenDictionary<string, string[]> Load()
    {
        using var reader = new StreamReader(
            typeof(FunctionWordLists).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"The engine holds no {Resource}.")
        );
        var languages = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var language, var words])
                continue;
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!languages.TryGetValue(word, out var known))
                    languages[word] = known = [];
                if (!known.Contains(language))
                    known.Add(language);
            }
        }
        return languages.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}

/// <summary>The words of a text: runs of letters, with apostrophes inside. Addresses on the web are left out.</summary>
internal ref struct WordRanges(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    public Range Current { get; private set; }

    public readonly WordRanges GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            while (_next < _text.Length && !char.IsLetter(_text[_next]))
                _next++;
            if (_next >= _text.Length)
                return false;
            var start = _next;
            if (IsAddress(_text[start..]))
            {
                while (_next < _text.Length && !char.IsWhiteSpace(_text[_next]))
                    _next++;
                continue;
            }
            while (_next < _text.Length && IsInWord(_text, _next))
                _next++;
            Current = start.._next;
            return true;
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsInWord(ReadOnlySpan<char> text, int index) =>
        char.IsLetter(text[index])
        || char.GetUnicodeCategory(text[index]) == System.Globalization.UnicodeCategory.NonSpacingMark
        || (text[index] is '\'' or '’' && index + 1 < text.Length && char.IsLetter(text[index + 1]));
}
