using AngleSharp.Html.Dom;
using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>One page, and the records that its JSON-LD describes.</summary>
internal sealed class HtmlPage(SourceFile file, IHtmlDocument document)
{
    private const int MaxDepth = 12;

    private static readonly string[] Articles =
    [
        "Article",
        "BlogPosting",
        "NewsArticle",
        "TechArticle",
        "ScholarlyArticle",
        "Report",
        "Interview",
        "Conversation",
    ];

    private static readonly string[] AnswerNames = ["acceptedAnswer", "suggestedAnswer"];

    private readonly string? _url = UrlOf(document);

    /// <summary>The id that the page's title gives.</summary>
    public string MadeId() => $"{Slug.OfSource(file.Source)}/{Slug.Of(PlainText.Line(PageTitle()))}";

    /// <summary>The records of one script.</summary>
    public IEnumerable<ImportItem> ItemsOf(SourceValue json, long line) => In(json, null, line, 0);

    /// <summary>The interview that the text of the page holds; null when too little of it asks.</summary>
    public ImportItem? InterviewOfText(SourceValue? values, long line)
    {
        var root = document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.Body;
        if (root is null)
            return null;
        var blocks = HtmlBlocks.Of(root);
        var title = values?.TextOf("headline", "name") ?? PageTitle();
        if (blocks is [{ Kind: BlockKind.Heading, Level: 1 }, ..])
            blocks = [.. blocks.Skip(1)];
        var isInterview = title?.Contains("interview", StringComparison.OrdinalIgnoreCase) == true;
        var interview = QuestionCutter.Cut(blocks, isInterview, _url);
        // Without a word from the page, one heading with a question mark is no interview.
        if (interview.Passages.Count < (values is null ? 2 : 1))
            return null;
        var speakers = values is null ? [] : Persons(values, "interviewee", "about", "mainEntity", "contributor");
        var intro = TextBlock.Join(interview.Intro);
        return Draft(
            values,
            line,
            title,
            [values?.TextOf("description"), intro],
            interview.Passages,
            speakers.Count > 0 ? speakers : interview.Speakers
        );
    }

    private IEnumerable<ImportItem> In(SourceValue value, SourceValue? parent, long line, int depth)
    {
        if (depth > MaxDepth)
            return [];
        if (value.IsList)
            return value.Items.SelectMany(item => In(item, parent, line, depth + 1));
        if (!value.IsObject)
            return [];
        if (value["@graph"] is { } graph)
            return In(graph, parent, line, depth + 1);
        var at = line + value.Line - 1;
        // The script breaks off in it, which is noted; what is whole inside it may be used.
        if (value.IsBroken && value.Any("subEvent", "subEvents") is null)
            return [];
        if (IsEvent(value))
            return Event(value, parent, line, depth);
        if (Is(value, "FAQPage") || Is(value, "QAPage"))
            return [Questions(value, at)];
        if (Array.Exists(Articles, type => Is(value, type)))
            return InterviewOfText(value, at) is { } interview ? [interview] : [];
        string[] containers = ["mainEntity", "itemListElement", "item", "hasPart", "subEvent", "subEvents"];
        return containers
            .Select(name => value[name])
            .OfType<SourceValue>()
            .SelectMany(inner => In(inner, parent, line, depth + 1));
    }

    // A conference is the sum of its parts; an event without parts is a talk.
    private IEnumerable<ImportItem> Event(SourceValue value, SourceValue? parent, long line, int depth)
    {
        var parts = value.Any("subEvent", "subEvents");
        if (parts is not null && (parts.IsObject || parts.Items.Count > 0))
            return In(parts, value, line, depth + 1);
        var whole = value["superEvent"] ?? parent;
        var at = line + value.Line - 1;
        var title = value.TextOf("name", "headline");
        var draft = Draft(
            value,
            at,
            title,
            [value.TextOf("description", "abstract")],
            [],
            Persons(value, "performer", "performers", "actor", "speaker", "author", "creator", "contributor"),
            whole
        );
        return [draft];
    }

    private ImportItem Questions(SourceValue value, long line)
    {
        var passages = new List<Passage>();
        var questions = value.Any("mainEntity", "hasPart");
        var number = 0;
        foreach (
            var question in questions is { IsList: true } ? questions.Items
            : questions is null ? []
            : [questions]
        )
        {
            number++;
            var asked = PlainText.Line(question.TextOf("name", "text", "headline"));
            var answers = AnswersOf(question);
            if (asked.Length > 0 && answers.Length > 0)
                passages.Add(
                    new(
                        number,
                        asked,
                        answers,
                        question.TextOf("url", "@id") is { } url && url.Contains("://", StringComparison.Ordinal)
                            ? url
                            : null
                    )
                );
        }
        var title = value.TextOf("name", "headline") ?? (passages.Count == 1 ? passages[0].Question : PageTitle());
        return passages.Count == 0
            ? new RefusedRecord(new(file.Path, line), MadeId(), "has no question with an answer")
            : Draft(
                value,
                line,
                title,
                [value.TextOf("description")],
                passages,
                Persons(value, "interviewee", "author")
            );
    }

    private static string AnswersOf(SourceValue question)
    {
        var answers = AnswerNames
            .Select(name => question[name])
            .OfType<SourceValue>()
            .SelectMany(answer => answer.IsList ? answer.Items : [answer])
            .Select(answer => PlainText.Of(answer.IsObject ? answer.TextOf("text", "description") : answer.AsText()))
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal);
        return string.Join("\n\n", answers);
    }

    private ImportItem Draft(
        SourceValue? values,
        long line,
        string? title,
        IReadOnlyList<string?> texts,
        IReadOnlyList<Passage> passages,
        IReadOnlyList<string> speakers,
        SourceValue? whole = null
    )
    {
        var own =
            values?.TextOf("identifier") is { } identifier && RecordId.Fault(identifier) is null
                ? identifier
                : Slug.Of(PlainText.Line(title));
        return new RecordDraft(new(file.Path, line), file.Ids.Next($"{Slug.OfSource(file.Source)}/{own}"))
        {
            Title = title,
            Texts = texts,
            Speakers = speakers,
            Topics = values is null ? [] : TopicsOf(values),
            Event = whole?.TextOf("name") ?? values?["isPartOf"]?.TextOf("name"),
            Date = values?.TextOf("startDate", "datePublished", "dateCreated", "uploadDate"),
            OtherDate = SourceDate.Parse(whole?.TextOf("startDate")),
            Language = values?.TextOf("inLanguage") ?? document.DocumentElement.GetAttribute("lang"),
            Url = WebAddress(values?.TextOf("url", "mainEntityOfPage", "@id")) ?? _url,
            Passages = passages,
        }.ToItem();
    }

    private static IEnumerable<string?> TopicsOf(SourceValue values)
    {
        var keywords = values["keywords"];
        var split = keywords is { IsList: true }
            ? keywords.AsTexts()
            : (keywords?.AsText() ?? "").Split(
                [',', ';'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            );
        return [.. split, .. values["articleSection"]?.AsTexts() ?? []];
    }

    // Persons, or texts; organizations are not who speaks.
    private static IReadOnlyList<string> Persons(SourceValue values, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var persons = values[name];
            var found = (
                persons is { IsList: true } ? persons.Items
                : persons is null ? []
                : [persons]
            ).Where(person => !Is(person, "Organization") && (person.Kind == SourceValueKind.Text || Is(person, "Person"))).SelectMany(person => PersonNames.In(person)).Distinct(StringComparer.Ordinal).ToList();
            if (found.Count > 0)
                return found;
        }
        return [];
    }

    private static bool IsEvent(SourceValue value) =>
        value["@type"]
            ?.AsTexts()
            .Any(type => type.EndsWith("Event", StringComparison.Ordinal) || type is "Festival" or "EventSeries")
        == true;

    private static bool Is(SourceValue value, string type) =>
        value.IsObject
        && value["@type"]
            ?.AsTexts()
            .Any(name => name == type || name.EndsWith("schema.org/" + type, StringComparison.Ordinal)) == true;

    private string? PageTitle()
    {
        var meta = document.QuerySelector("meta[property='og:title']")?.GetAttribute("content");
        var heading = document.QuerySelector("article h1, main h1, h1")?.TextContent;
        return new[] { heading, meta, document.Title }.FirstOrDefault(title => !string.IsNullOrWhiteSpace(title));
    }

    private static string? UrlOf(IHtmlDocument document) =>
        WebAddress(document.QuerySelector("link[rel='canonical']")?.GetAttribute("href"))
        ?? WebAddress(document.QuerySelector("meta[property='og:url']")?.GetAttribute("content"));

    private static string? WebAddress(string? text) =>
        text is not null
        && text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && text.Contains("://", StringComparison.Ordinal)
            ? text
            : null;
}
