using System.Text.RegularExpressions;
using Search.Engine.Cleaning;

namespace Search.Engine.Sources;

/// <summary>
/// Pages in Markdown. An interview has questions as headings (<c>### Why?</c>), as bold paragraphs, or in turns that begin
/// with a name (<c>**Ada:** …</c>, as transcripts do); a talk has front matter with a title and its abstract below. Ids are
/// SOURCE/TITLE-SLUG.
/// </summary>
public sealed partial class MarkdownImporter : IImporter
{
    private const int MaxLength = 16 * 1_024 * 1_024;

    private static readonly string[] Speaking =
    [
        "speakers",
        "speaker",
        "guests",
        "guest",
        "interviewees",
        "interviewee",
        "presenters",
        "presenter",
        "persons",
        "person",
    ];

    private static readonly string[] TopicNames = ["tags", "topics", "categories", "keywords", "track"];

    /// <inheritdoc/>
    public string Format => "markdown";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    /// <summary>By the name, by front matter, or by a heading or a bold name at the beginning.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Start.Contains('\0'))
            return false;
        return Extensions.Any(end => HasExtension(sample.Path, end)) || Beginning().IsMatch(sample.Start);
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (text, fault, note) = WholeFile.ReadText(file, MaxLength, cancellationToken);
        if (fault is not null)
        {
            yield return RefusedRecord.OfRest(new(file.Path, 0), $"{fault}; nothing was read from this page");
            yield break;
        }
        if (note is not null)
            yield return new SourceNote(new(file.Path, 0), note);
        var matter = FrontMatter.Of(text);
        if (matter.Note is not null)
            yield return new SourceNote(new(file.Path, 1), matter.Note);
        yield return ItemOf(file, matter);
    }

    private static ImportItem ItemOf(SourceFile file, FrontMatter matter)
    {
        var position = new SourcePosition(file.Path, 1);
        var values = matter.Values;
        var blocks = MarkdownText.Blocks(PlainText.Characters(GeneratorMarks().Replace(matter.Body, "")));
        var heading = blocks is [{ Kind: BlockKind.Heading, Level: 1 } first, ..] ? first.Text : null;
        if (heading is not null)
            blocks = [.. blocks.Skip(1)];
        var title = values.TextOf("title", "name") ?? heading ?? NameOf(file.Path);
        var url = values.TextOf("url", "canonical_url", "canonical", "permalink", "link", "source");
        url = url is not null && url.Contains("://", StringComparison.Ordinal) ? url : null;
        var kind = values.TextOf("kind", "type")?.ToLowerInvariant();
        var isInterview = kind == "interview" || title.Contains("interview", StringComparison.OrdinalIgnoreCase);
        var interview = kind == "talk" ? new([], [], []) : QuestionCutter.Cut(blocks, isInterview, url);
        var isTalk = interview.Passages.Count == 0;
        var id = $"{Slug.OfSource(file.Source)}/{Slug.Of(PlainText.Line(title))}";
        if (isTalk && (!matter.IsThere || kind == "interview" || (blocks.Count == 0 && values.TextOf("title") is null)))
            return new RefusedRecord(
                position,
                id,
                "has no question with an answer, and no front matter that makes it a talk"
            );
        var body = TextBlock.Join(isTalk ? blocks : interview.Intro);
        return new RecordDraft(position, file.Ids.Next(id))
        {
            Title = title,
            Texts = [values.TextOf("abstract", "summary", "description", "excerpt", "subtitle"), body],
            Markup = Markup.Markdown,
            Speakers = SpeakersOf(values, interview, title, isTalk),
            Topics = TopicNames.Select(name => values[name]).OfType<SourceValue>().SelectMany(TopicsOf),
            Event = values.TextOf("event", "conference", "series"),
            Date = values.TextOf("date", "created_at", "published", "publishdate", "recorded", "created"),
            Language = values.TextOf("language", "lang", "locale"),
            Url = url,
            Passages = interview.Passages,
        }.ToItem();
    }

    // The author of an interview's page is who asked. A page that is called like a person is about that person.
    private static IReadOnlyList<string> SpeakersOf(
        SourceValue values,
        CutInterview interview,
        string title,
        bool isTalk
    )
    {
        var named = Speaking.Select(name => PersonNames.In(values[name])).FirstOrDefault(names => names.Count > 0);
        if (named is not null)
            return named;
        if (isTalk)
            return PersonNames.In(values.Any("authors", "author"));
        if (interview.Speakers.Count > 0)
            return interview.Speakers;
        var person = InterviewWith().Replace(PlainText.Line(title), "");
        return SpeakerNames.IsFullName(person) ? [person] : [];
    }

    private static IEnumerable<string> TopicsOf(SourceValue value) =>
        value.IsList
            ? value.AsTexts()
            : (value.AsText() ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        var end = name.IndexOf(".m", StringComparison.OrdinalIgnoreCase);
        return (end > 0 ? name[..end] : name).Replace('-', ' ').Replace('_', ' ');
    }

    private static bool HasExtension(string path, string end) =>
        path.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(end + ".gz", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^\s*(?:---\s*\n|\+\+\+\s*\n|# \S|\*\*[^*\n]{1,60}:\*\* )",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^interview(?: with)?:? ", RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex InterviewWith();

    // Marks of site generators, which are no text: {% include x %}, {{< video >}}, and comments.
    [GeneratedRegex(
        @"\{%[^%\n]{0,400}%\}|\{\{[^}\n]{0,400}\}\}|<!--.{0,2000}?-->",
        RegexOptions.Singleline,
        Patience.Milliseconds
    )]
    private static partial Regex GeneratorMarks();
}
