using System.Buffers;
using System.Collections.Concurrent;

namespace Search.Engine.Analysis;

/// <summary>A word of a variant.</summary>
/// <param name="Exact">For quoted text.</param>
/// <param name="Stem">For plain words.</param>
public readonly record struct VariantWord(string Exact, string Stem);

/// <summary>Another way to write some words of a query.</summary>
/// <param name="First">Index of the first token that it stands for.</param>
/// <param name="Count">Tokens that it stands for: two for a variant of one word, one for a variant of two.</param>
/// <param name="Words">In a row: a record matches where they stand at neighbouring positions.</param>
public sealed record CompoundVariant(int First, int Count, IReadOnlyList<VariantWord> Words);

/// <summary>
/// Finds compounds that a query writes together and a text apart, or the other way round. Hyphens need no variant in the
/// text, since the index holds both readings of those.
/// </summary>
/// <example>
/// <code>
/// micro services, micro-services   microservices
/// microservices   python3          micro services   python 3
/// </code>
/// Only variants whose words the index knows are given.
/// </example>
/// <param name="analysis">Makes words of variants.</param>
/// <param name="documentFrequency">In how many documents a stem occurs; 0 when in none. Asked about 20 times a word.</param>
public sealed class CompoundVariants(TextAnalysis analysis, Func<string, int> documentFrequency)
{
    /// <summary>Tokens of a query that are looked at; what follows has no variants.</summary>
    public const int MaxTokens = 64;

    /// <summary>Words that are remembered, some 100 bytes each.</summary>
    private const int MostRemembered = 20_000;

    private const int ShortestCompound = 4;
    private const int ShortestHalf = 2;

    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create("0123456789.");

    // What makes a noun of the verb before it: log in, set up, roll back is none.
    private static readonly HashSet<string> Particles = ["down", "in", "off", "on", "out", "over", "up"];

    /// <summary>The variants of a query's words, in their order, at most one for a pair and one for a word.</summary>
    /// <param name="text">The query.</param>
    /// <param name="tokens">What <see cref="TextAnalysis.Tokenize(string)"/> gives for <paramref name="text"/>.</param>
    public IReadOnlyList<CompoundVariant> Of(string text, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var variants = new List<CompoundVariant>();
        for (var i = 0; i < Math.Min(tokens.Count, MaxTokens); i++)
        {
            if (Apart(tokens[i]) is { } halves)
                variants.Add(new CompoundVariant(i, 1, halves));
            if (i + 1 < tokens.Count && Together(text, tokens[i], tokens[i + 1]) is { } joined)
                variants.Add(new CompoundVariant(i, 2, [joined]));
        }
        return variants;
    }

    // Words come again in other queries, and what is known of them is dear: some twenty looks into the index each.
    private readonly ConcurrentDictionary<string, VariantWord[]?> halvesOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, VariantWord?> joinedOf = new(StringComparer.Ordinal);

    private VariantWord? Together(string text, Token first, Token second)
    {
        var joined = first.Exact + second.Exact;
        var areNeighbours = second.Position == first.Position + 1 && second.Start >= first.End;
        if (!areNeighbours || joined.Length < ShortestCompound || !joined.All(IsCompoundLetter))
            return null;
        if (!joined.Any(char.IsLetter) || !MayBeJoined(text.AsSpan(first.End..second.Start), first, second))
            return null;
        return Remember(joinedOf, joined, word => Know(word) is { Count: > 0 } known ? known.Word : (VariantWord?)null);
    }

    // After a blank, "on line" may well mean no online; after a hyphen it does.
    private static bool MayBeJoined(ReadOnlySpan<char> between, Token first, Token second)
    {
        if (between is "-" or "_" or "/" or "\u2010" or "\u2011" or "")
            return true;
        var secondFits = Particles.Contains(second.Exact) || !QueryStopWords.Contains(second.Exact);
        return between.IsWhiteSpace() && secondFits && !QueryStopWords.Contains(first.Exact);
    }

    private static T Remember<T>(ConcurrentDictionary<string, T> known, string word, Func<string, T> find)
    {
        if (known.TryGetValue(word, out var found))
            return found;
        if (known.Count >= MostRemembered)
            known.Clear();
        return known[word] = find(word);
    }

    private VariantWord[]? Apart(Token token) => Remember(halvesOf, token.Exact, FindHalves);

    private VariantWord[]? FindHalves(string word)
    {
        if (!word.All(IsCompoundLetter) || TechnicalTokens.BuiltIn.Find(word) is not null)
            return null;
        var digits = word.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 0)
            return BestHalves(word);
        var isNumber = word.AsSpan(digits).IndexOfAnyExcept(DigitsAndDot) < 0;
        return digits >= ShortestHalf && isNumber ? Halves(word, digits).Words : null;
    }

    // The place where both halves are words of the index, and the rarer one is least rare.
    private VariantWord[]? BestHalves(string word)
    {
        var best = (Words: (VariantWord[]?)null, Count: 0);
        for (var at = ShortestHalf; at <= word.Length - ShortestHalf; at++)
        {
            var halves = Halves(word, at);
            if (halves.Count > best.Count)
                best = halves;
        }
        return best.Words;
    }

    // A stop word at either end makes an accident of it: "not able" is no notable.
    private (VariantWord[]? Words, int Count) Halves(string word, int at)
    {
        var (first, second) = (word[..at], word[at..]);
        if (QueryStopWords.Contains(first) || QueryStopWords.Contains(second))
            return default;
        var known = Know(first);
        if (known.Count == 0 || known.Word.Exact != first)
            return default;
        var knownToo = Know(second);
        return knownToo.Count > 0 && knownToo.Word.Exact == second
            ? ([known.Word, knownToo.Word], Math.Min(known.Count, knownToo.Count))
            : default;
    }

    private (VariantWord Word, int Count) Know(string word) =>
        analysis.Tokenize(word) is [var token]
            ? (new VariantWord(token.Exact, token.Stem), documentFrequency(token.Stem))
            : default;

    // Chinese, Japanese and Korean pairs are no words.
    private static bool IsCompoundLetter(char c) => WordCharacters.IsWord(c) || c == '.';
}
