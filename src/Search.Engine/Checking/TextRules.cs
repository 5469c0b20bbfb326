using Search.Engine.Cleaning;

namespace Search.Engine.Checking;

/// <summary>A text whose language is certainly not that of its label: people who filter by language do not find it.</summary>
internal sealed class LanguageMismatch() : SourceRule("language_mismatch", "text in another language than its label")
{
    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        var language = LanguageDetector.Contradicting(seen.Record.Language, seen.Text);
        return language is null
            ? []
            : [At(seen.Place, $"is labelled {seen.Record.Language}, and its text is in {language}")];
    }
}

/// <summary>Damage to the characters of a text.</summary>
internal sealed class DamagedText(string code, string summary, params TextFaultKind[] kinds) : SourceRule(code, summary)
{
    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        string[] texts =
        [
            seen.Record.Title,
            seen.Text,
            .. seen.Record.Speakers,
            .. seen.Record.Topics,
            seen.Record.Event ?? "",
        ];
        return texts
            .SelectMany(TextFault.In)
            .Where(fault => kinds.Contains(fault.Kind))
            .DistinctBy(fault => fault.Sentence)
            .Select(fault => At(seen.Place, fault.Sentence));
    }
}
