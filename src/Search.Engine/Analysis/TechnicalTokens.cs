using System.Collections.Frozen;

namespace Search.Engine.Analysis;

/// <summary>One line of the table: a name that a tokenizer would spoil, and the word that it becomes.</summary>
/// <param name="Token">As it is usually written.</param>
/// <param name="Word">Small letters a-z and digits.</param>
/// <param name="Aliases">Other ways to write it.</param>
/// <param name="Also">Words by which it is found too.</param>
internal sealed record TechnicalToken(
    string Token,
    string Word,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Also
);

/// <summary>The technical tokens, ready for use. Never changes; safe for many threads.</summary>
internal sealed class TechnicalTokens
{
    private readonly FrozenDictionary<string, TechnicalToken> byWord;
    private readonly FrozenDictionary<string, TechnicalToken>.AlternateLookup<ReadOnlySpan<char>> byWordSpan;

    /// <summary>Takes lines as <see cref="TechnicalTokenFile"/> gives them: no form and no word occurs twice.</summary>
    public TechnicalTokens(IReadOnlyList<TechnicalToken> entries)
    {
        Entries = entries;
        byWord = entries.ToFrozenDictionary(entry => entry.Word);
        byWordSpan = byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var wordsByForm = entries
            .SelectMany(entry => FormsOf(entry).Select(form => KeyValuePair.Create(form, entry.Word)))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        Trie = new TokenTrie(
            entries.SelectMany(entry =>
                FormsOf(entry).Select(form => KeyValuePair.Create(form, WrittenWith(form, entry, wordsByForm)))
            )
        );
    }

    /// <summary>The table that is built in.</summary>
    public static TechnicalTokens BuiltIn { get; } = new(TechnicalTokenFile.ReadBuiltIn());

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<TechnicalToken> Entries { get; }

    /// <summary>All written forms.</summary>
    public TokenTrie Trie { get; }

    /// <summary>The entry that becomes <paramref name="word"/>, or null.</summary>
    public TechnicalToken? Find(ReadOnlySpan<char> word) => byWordSpan.TryGetValue(word, out var entry) ? entry : null;

    private static IEnumerable<string> FormsOf(TechnicalToken entry) => entry.Aliases.Prepend(entry.Token);

    // The word, and the plain words that the form is written with: a text with "Mac OS X" is looked for by mac, too. Single
    // letters only where they stand apart, since Objective-C is no text about C.
    private static string WrittenWith(string form, TechnicalToken entry, Dictionary<string, string> wordsByForm)
    {
        var shortest = form.Contains(' ', StringComparison.Ordinal) ? 1 : 2;
        var words = form.ToLowerInvariant()
            .Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.'))
            .Where(word => word.Length < form.Length && word.Length >= shortest && IsPlain(word))
            .Select(word => wordsByForm.GetValueOrDefault(word, word));
        return string.Join(WordCharacters.WrittenAs, words.Except(entry.Also).Prepend(entry.Word));
    }

    private static bool IsPlain(string word) =>
        char.IsAsciiLetterOrDigit(word[0]) && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '.');
}
