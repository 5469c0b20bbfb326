using Search.Engine.Analysis;

namespace Search.Engine.Suggesting;

/// <summary>
/// What was typed, with technical names as they are usually written: who types <c>nodejs</c> or <c>c sharp</c> means what
/// stands in titles as <c>Node.js</c> and <c>C#</c>.
/// </summary>
/// <param name="analysis">As searches use it.</param>
internal sealed class TechnicalForms(TextAnalysis analysis)
{
    /// <summary>Letters from which on an unfinished word is completed to a name.</summary>
    private const int FromLetters = 4;

    private const int MostCompletions = 3;

    private static readonly (string Form, string Token)[] Forms =
    [
        .. TechnicalTokens.BuiltIn.Entries.SelectMany(entry =>
            entry
                .Aliases.Append(entry.Word)
                .Where(form => form.All(char.IsAsciiLetterOrDigit))
                .Select(form => (form, entry.Token))
        ),
    ];

    /// <summary>The other readings, as words; none for most texts.</summary>
    public IReadOnlyList<IReadOnlyList<TypedWord>> Of(string text, IReadOnlyList<TypedWord> typed)
    {
        if (typed.Count == 0 || text.Length > TypedText.MostUnits)
            return [];
        var readings = Names(text) is { } named ? [named] : Completions(text, typed[^1]);
        return [.. readings.Select(TypedText.Read).Where(words => words.Count > 0)];
    }

    // The text with each name in it as the table has it; null when all stand so already.
    private string? Names(string text)
    {
        var named = text;
        foreach (var token in analysis.Tokenize(text).AsEnumerable().Reverse())
        {
            if (TechnicalTokens.BuiltIn.Find(token.Exact) is not { } entry)
                continue;
            // A name is complete: what follows it is another word.
            var rest = token.End == text.Length ? " " : named[token.End..];
            named = $"{named[..token.Start]}{entry.Token}{rest}";
        }
        return named.TrimEnd().Equals(text.TrimEnd(), StringComparison.OrdinalIgnoreCase) ? null : named;
    }

    private static List<string> Completions(string text, TypedWord last)
    {
        if (!last.IsPrefix || last.Letters.Length < FromLetters)
            return [];
        var before = text[..last.Start];
        return
        [
            .. Forms
                .Where(name => name.Form.StartsWith(last.Letters, StringComparison.OrdinalIgnoreCase))
                .Select(name => $"{before}{name.Token} ")
                .Distinct(StringComparer.Ordinal)
                .Take(MostCompletions),
        ];
    }
}
