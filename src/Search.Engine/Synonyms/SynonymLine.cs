using Search.Engine.Analysis;

namespace Search.Engine.Synonyms;

/// <summary>Reads one line of a synonym file: <c>a, b c</c> both ways, <c>a => b</c> one way, <c># comment</c>.</summary>
internal sealed class SynonymLine(TextAnalysis analysis)
{
    private const string Arrow = "=>";
    private const int MaxAlternatives = 50;
    private const int MaxWords = 10;

    /// <summary>The rules of a line; none for an empty line and a comment.</summary>
    /// <exception cref="FormatException">The line is no rule; the message says why.</exception>
    public IReadOnlyList<SynonymRule> Read(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            return [];
        if (line.Contains('\uFFFD'))
            throw new FormatException("It is not UTF-8.");
        var sides = line.Split(Arrow);
        return sides.Length switch
        {
            1 => BothWays(ReadSide(line)),
            2 => OneWay(ReadSide(sides[0]), ReadSide(sides[1])),
            _ => throw new FormatException($"It has {sides.Length - 1} arrows ({Arrow}); one is allowed."),
        };
    }

    private static List<SynonymRule> BothWays(List<Alternative> alternatives)
    {
        if (alternatives.Count < 2)
            throw new FormatException(
                $"\"{alternatives[0].Text}\" stands alone; write what it means behind a comma or an arrow ({Arrow})."
            );
        var rules = Rules(alternatives, alternatives);
        return rules.Count > 0 ? rules : throw Same(alternatives[0], alternatives[1]);
    }

    private static List<SynonymRule> OneWay(List<Alternative> from, List<Alternative> to)
    {
        var rules = Rules(from, to);
        return rules.Count > 0 ? rules : throw Same(from[0], to[0]);
    }

    // What stemming brings together finds each other anyway.
    private static List<SynonymRule> Rules(List<Alternative> from, List<Alternative> to) =>
        [
            .. from.SelectMany(_ => to, (left, right) => new SynonymRule(left.Words, right.Words))
                .Where(rule => !rule.From.Select(word => word.Stem).SequenceEqual(rule.To.Select(word => word.Stem))),
        ];

    private static FormatException Same(Alternative one, Alternative other) =>
        new($"\"{one.Text}\" and \"{other.Text}\" are the same word for the search, so the line does nothing.");

    private List<Alternative> ReadSide(string side)
    {
        var texts = side.Split(',', StringSplitOptions.TrimEntries);
        if (texts.Length > MaxAlternatives)
            throw new FormatException($"It has {texts.Length} alternatives; {MaxAlternatives} are allowed.");
        return [.. texts.Select(ReadAlternative)];
    }

    private Alternative ReadAlternative(string text)
    {
        if (text.Length == 0)
            throw new FormatException("Something is missing before or after a comma or an arrow.");
        var words = analysis.Tokenize(text);
        return words.Count switch
        {
            0 => throw new FormatException($"\"{text}\" holds no word."),
            > MaxWords => throw new FormatException($"\"{text}\" has {words.Count} words; {MaxWords} are allowed."),
            _ => new Alternative(text, [.. words.Select(word => new VariantWord(word.Exact, word.Stem))]),
        };
    }

    private readonly record struct Alternative(string Text, IReadOnlyList<VariantWord> Words);
}
