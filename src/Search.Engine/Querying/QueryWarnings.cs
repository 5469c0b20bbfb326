using System.Globalization;

namespace Search.Engine.Querying;

/// <summary>Collects what is said about a query: each sentence once, and not more of them than anyone reads.</summary>
internal sealed class QueryWarnings
{
    private const int MaxWarnings = 10;
    private const int MaxQuotedCharacters = 40;
    private readonly List<string> sentences = [];

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string sentence)
    {
        if (sentences.Count < MaxWarnings && !sentences.Contains(sentence, StringComparer.Ordinal))
            sentences.Add(sentence);
    }

    /// <summary>For what must not get lost among the others.</summary>
    public void AddFirst(string sentence) => sentences.Insert(0, sentence);

    /// <summary>Text of the user's in quotes, shortened.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        if (text.Length <= MaxQuotedCharacters)
            return $"\"{text}\"";
        return $"\"{text[..QueryCharacters.CutBefore(text, MaxQuotedCharacters)]}…\"";
    }

    /// <summary>1,024 rather than 1024, whatever the culture.</summary>
    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
