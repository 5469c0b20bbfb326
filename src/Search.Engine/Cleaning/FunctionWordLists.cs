using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Search.Engine.Cleaning;

/// <summary>What <c>function-words.tsv</c> holds.</summary>
internal sealed class FunctionWordLists
{
    private const string Resource = "Search.Engine.Cleaning.function-words.tsv";

    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _languagesOf;

    private FunctionWordLists(string[] languages, Dictionary<string, List<int>> languagesOfWord)
    {
        Languages = languages;
        _languagesOf = languagesOfWord
            .ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The codes of the languages.</summary>
    public string[] Languages { get; }

    public static FunctionWordLists Load()
    {
        using var reader = new StreamReader(
            typeof(FunctionWordLists).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"The engine holds no {Resource}.")
        );
        var languages = new List<string>();
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var language, var list])
                continue;
            foreach (
                var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)
            )
            {
                if (!words.TryGetValue(word, out var known))
                    words[word] = known = [];
                known.Add(languages.Count);
            }
            languages.Add(language);
        }
        return new([.. languages], words);
    }

    /// <summary>The languages, by their place in <see cref="Languages"/>, that have a word in lower case.</summary>
    public bool TryLanguagesOf(ReadOnlySpan<char> word, [NotNullWhen(true)] out int[]? languages) =>
        _languagesOf.TryGetValue(word, out languages);
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
