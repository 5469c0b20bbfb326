using System.Text.Json;
using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>A record as a source has it, before it is cleaned and checked.</summary>
/// <param name="position">Where it stands.</param>
/// <param name="id">Its id; may still be unusable.</param>
internal sealed class RecordDraft(SourcePosition position, string id)
{
    private readonly List<string> _notes = [];

    public string Id { get; } = id;

    public SourcePosition Position { get; } = position;

    public string? Title { get; init; }

    /// <summary>Texts that make up the abstract, in order: subtitle, abstract, description. What repeats is left out.</summary>
    public IReadOnlyList<string?> Texts { get; init; } = [];

    /// <summary>How the texts are marked up.</summary>
    public Markup Markup { get; init; }

    /// <summary>As they are to be, split where need be.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    public IEnumerable<string?> Topics { get; init; } = [];

    public string? Event { get; init; }

    public string? Date { get; init; }

    /// <summary>Used where <see cref="Date"/> is none.</summary>
    public PartialDate? OtherDate { get; init; }

    public TimeZoneInfo? Zone { get; init; }

    /// <summary>The language that the source names.</summary>
    public string? Language { get; init; }

    public string? Url { get; init; }

    /// <summary>The questions of an interview; empty for a talk.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>The id of the talk that an interview is about.</summary>
    public string? TalkId { get; init; }

    /// <summary>Says something odd about the record, as the end of a sentence.</summary>
    public void Note(string note)
    {
        if (!_notes.Contains(note))
            _notes.Add(note);
    }

    /// <summary>The record with its notes, or why there is none.</summary>
    public ImportItem ToItem()
    {
        var title = PlainText.Line(Title);
        if (title.Length == 0)
            return new RefusedRecord(Position, Id, "has no title");
        if (RecordId.Fault(Id) is { } fault)
            return new RefusedRecord(Position, Id, $"its id {fault}");
        var text = CleanTexts(title);
        var date = ReadDate();
        NoteFaults(title);
        Record record =
            Passages.Count == 0
                ? new Talk
                {
                    Id = Id,
                    Title = title,
                    Abstract = text,
                }
                : new Interview
                {
                    Id = Id,
                    Title = title,
                    Intro = text,
                    Passages = Passages,
                    TalkId = TalkId,
                };
        var language = LanguageOf($"{title}\n{text}\n{FirstAnswers()}");
        record = record with
        {
            Speakers = Speakers,
            Topics = CleanTopics(),
            Event = OrNull(PlainText.Line(Event)),
            Date = date,
            Language = language.Text,
            Url = CleanUrl(),
            Unknown = language.Talk is null ? record.Unknown : Named("talkLanguage", language.Talk),
        };
        return new ImportedRecord(Position, record) { Notes = _notes };
    }

    private string? CleanTexts(string title)
    {
        var kept = new List<string>();
        foreach (var text in Texts.Select(text => PlainText.Of(text, Markup)))
        {
            if (
                text.Length == 0
                || text == title
                || kept.Exists(other => other.Contains(text, StringComparison.Ordinal))
            )
                continue;
            kept.RemoveAll(other => text.Contains(other, StringComparison.Ordinal));
            kept.Add(text);
        }
        return OrNull(string.Join("\n\n", kept));
    }

    private PartialDate? ReadDate()
    {
        if (string.IsNullOrWhiteSpace(Date))
            return OtherDate;
        var date = SourceDate.Parse(Date, Zone);
        if (date is null)
            Note($"its date \"{JsonFault.Shorten(Date.Trim())}\" cannot be read");
        return date ?? OtherDate;
    }

    private void NoteFaults(string title)
    {
        foreach (var fault in TextFault.In(Title))
            Note($"the title \"{JsonFault.Shorten(title)}\" {fault.Sentence}");
        foreach (var fault in Texts.SelectMany(TextFault.In))
            Note($"the text of \"{JsonFault.Shorten(title)}\" {fault.Sentence}");
    }

    // The text's own language; and the label beside it where it says another, for it may be the one that is spoken.
    private (string? Text, string? Talk) LanguageOf(string text)
    {
        var label = LanguageNames.CodeOf(Language);
        var resolved = LanguageDetector.Resolve(label, text);
        return (resolved, label is not null && resolved != label ? label : null);
    }

    private string FirstAnswers() => string.Join('\n', Passages.Take(5).Select(passage => passage.Answer));

    private List<string> CleanTopics() =>
        [.. Topics.Select(PlainText.Line).Where(topic => topic.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private string? CleanUrl()
    {
        var url = Url?.Trim();
        return string.IsNullOrEmpty(url) || url.Any(char.IsWhiteSpace) ? null : url;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static Dictionary<string, JsonElement> Named(string name, string value) =>
        new(StringComparer.Ordinal) { [name] = JsonSerializer.SerializeToElement(value) };
}
