using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>
/// The plain text of a conference's page about one topic: the topic, "Past Presentations" with titles and abstracts, and
/// "Interviews" with title, question and answer, each ending in "Read Full Interview". Nothing marks what a line is; see
/// <see cref="PageText"/> for how it is told.
/// </summary>
/// <remarks>
/// A talk gets the id SOURCE/SLUG and an interview SOURCE/interview/SLUG, so that a talk and the interview about it may
/// have one title; where one title stands twice with different texts, the second gets <c>-2</c>.
/// </remarks>
public sealed class TopicPageImporter : IImporter
{
    /// <inheritdoc/>
    public string Format => "topic-page";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".txt"];

    /// <summary>A line of its own such as "Past Presentations" or "Interviews" is what all such pages have.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Start.AsSpan().TrimStart() is ['{' or '[' or '<', ..] or ['-', '-', '-', ..])
            return false;
        foreach (var line in sample.Start.AsSpan().EnumerateLines())
        {
            if (TopicPage.KindOfHeading(line) is PageSectionKind.Talks or PageSectionKind.Interviews)
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var page = TopicPage.Read(file, cancellationToken);
        var fault = PageFault(page);
        if (fault is not null)
        {
            yield return RefusedRecord.OfRest(new(file.Path, page.Fault?.Number ?? 0), fault);
            yield break;
        }
        if (page.Introduction is [var first, ..])
            yield return new RefusedRecord(new(file.Path, first.Number), null, "stands above the first heading");
        var records = new TopicPageRecords(file, page.Topic);
        foreach (var section in page.Sections)
        {
            foreach (var entry in EntriesOf(section))
                yield return records.ItemOf(entry);
        }
    }

    private static string? PageFault(TopicPage page)
    {
        if (page.Fault is { } fault)
            return $"{fault.Text}; nothing was read from this page";
        if (page.Topic is null && page.Sections.Count == 0)
            return "is empty";
        return page.Sections.Any(section => section.Kind != PageSectionKind.Other && section.Lines.Count > 0)
            ? null
            : "has no text below a heading such as \"Past Presentations\" or \"Interviews\"";
    }

    private static IEnumerable<PageEntry> EntriesOf(PageSection section) =>
        section.Kind switch
        {
            PageSectionKind.Talks => PageTalks.In(section),
            PageSectionKind.Interviews => PageInterviews.In(section),
            _ when section.Lines.Count == 0 => [],
            _ => [new UnusableEntry(section.Heading, $"\"{section.Heading.Text}\" holds no talks or interviews")],
        };
}

/// <summary>From the entries of one page to records with ids.</summary>
internal sealed class TopicPageRecords(SourceFile file, string? topic)
{
    private readonly Dictionary<string, (long Line, Record Record)> _byId = new(StringComparer.Ordinal);
    private readonly string _prefix = Slug.OfSource(file.Source);

    public ImportItem ItemOf(PageEntry entry)
    {
        var position = new SourcePosition(file.Path, entry.Title.Number);
        return entry switch
        {
            TalkEntry talk => Keep(position, RecordOf(talk)),
            InterviewEntry interview => Keep(position, RecordOf(interview)),
            UnusableEntry unusable => new RefusedRecord(position, null, unusable.Reason),
            _ => throw new ArgumentException("An unknown kind of entry.", nameof(entry)),
        };
    }

    private Talk RecordOf(TalkEntry talk)
    {
        var text = Join(talk.Abstract);
        return new()
        {
            Id = $"{_prefix}/{Slug.Of(talk.Title.Text)}",
            Title = talk.Title.Text,
            Abstract = text.Length == 0 ? null : text,
            Topics = Topics(),
            Excerpt = PageText.IsCutOff(text),
        };
    }

    private Interview RecordOf(InterviewEntry interview)
    {
        var passages = interview
            .Questions.Select(
                (question, index) =>
                {
                    var answer = Join(question.Answer);
                    return new Passage(index + 1, question.Question, answer, Excerpt: PageText.IsCutOff(answer));
                }
            )
            .ToList();
        return new()
        {
            Id = $"{_prefix}/interview/{Slug.Of(interview.Title.Text)}",
            Title = interview.Title.Text,
            Passages = passages,
            Topics = Topics(),
            Excerpt = passages.Any(passage => passage.Excerpt),
        };
    }

    // The first of several records with one title has the plain id; the others are numbered in the order of the page.
    private ImportItem Keep(SourcePosition position, Record record)
    {
        var numbered = record;
        for (var number = 2; _byId.TryGetValue(numbered.Id, out var earlier); number++)
        {
            if (RecordJson.Write(earlier.Record).AsSpan().SequenceEqual(RecordJson.Write(numbered)))
                return new RefusedRecord(
                    position,
                    numbered.Id,
                    $"stands on line {earlier.Line} already, word for word"
                );
            numbered = record with { Id = $"{record.Id}-{number}" };
        }
        if (RecordId.Fault(numbered.Id) is { } fault)
            return new RefusedRecord(position, numbered.Id, $"its id {fault}; give the source a shorter name");
        _byId.Add(numbered.Id, (position.Line, numbered));
        return new ImportedRecord(position, numbered);
    }

    private string[] Topics() => topic is null ? [] : [topic];

    private static string Join(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);
}
