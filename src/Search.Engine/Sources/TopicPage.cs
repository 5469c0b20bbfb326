using System.Text;
using System.Text.Unicode;

namespace Search.Engine.Sources;

/// <summary>What the part of a topic page under one heading holds.</summary>
internal enum PageSectionKind
{
    /// <summary>Titles, each with its abstract.</summary>
    Talks,

    /// <summary>Titles, each with questions and answers.</summary>
    Interviews,

    /// <summary>Something else that such pages show; no records.</summary>
    Other,
}

/// <summary>One text of a topic page: a line, or the part of a line before or behind "Read Full Interview".</summary>
/// <param name="Number">The line, from 1.</param>
/// <param name="Text">Trimmed; empty for the link "Read Full Interview" itself, which ends an interview.</param>
internal readonly record struct PageLine(long Number, string Text)
{
    public bool EndsInterview => Text.Length == 0;
}

/// <summary>A heading and the lines below it, up to the next heading.</summary>
internal sealed record PageSection(PageSectionKind Kind, PageLine Heading, List<PageLine> Lines);

/// <summary>The plain text of a conference's page about one topic, cut into its sections.</summary>
internal sealed class TopicPage
{
    private const string InterviewLink = "Read Full Interview";

    // A page is held in memory as a whole: what belongs together is told by the lines around it.
    private const int MaxLineBytes = 1_024 * 1_024;
    private const long MaxBytes = 16 * 1_024 * 1_024;

    private static readonly HashSet<string> Qualifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "all",
        "featured",
        "latest",
        "more",
        "past",
        "previous",
        "recent",
        "related",
        "upcoming",
    };

    private static readonly Dictionary<string, PageSectionKind> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["presentations"] = PageSectionKind.Talks,
        ["sessions"] = PageSectionKind.Talks,
        ["talks"] = PageSectionKind.Talks,
        ["interviews"] = PageSectionKind.Interviews,
        ["articles"] = PageSectionKind.Other,
        ["news"] = PageSectionKind.Other,
        ["podcasts"] = PageSectionKind.Other,
        ["speakers"] = PageSectionKind.Other,
        ["sponsors"] = PageSectionKind.Other,
        ["tracks"] = PageSectionKind.Other,
        ["videos"] = PageSectionKind.Other,
        ["workshops"] = PageSectionKind.Other,
    };

    private TopicPage() { }

    /// <summary>The first line; null when the page begins with a heading.</summary>
    public string? Topic { get; private set; }

    /// <summary>In the order of the page.</summary>
    public List<PageSection> Sections { get; } = [];

    /// <summary>Lines between the topic and the first heading.</summary>
    public List<PageLine> Introduction { get; } = [];

    /// <summary>Why the page, or what follows of it, could not be read; null when it could.</summary>
    public PageLine? Fault { get; private set; }

    /// <summary>The kind of section that a line heads, such as "Past Presentations"; null for any other line.</summary>
    public static PageSectionKind? KindOfHeading(ReadOnlySpan<char> line)
    {
        var words = line.Trim().TrimEnd(':').ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isHeading = words.Length is > 0 and <= 3 && words[..^1].All(Qualifiers.Contains);
        return isHeading && Nouns.TryGetValue(words[^1], out var kind) ? kind : null;
    }

    public static TopicPage Read(SourceFile file, CancellationToken cancellationToken)
    {
        var page = new TopicPage();
        using var lines = new LineReader(file.Open(), MaxLineBytes);
        var size = 0L;
        LineOutcome outcome;
        while (page.Fault is null && (outcome = lines.Next(cancellationToken)) != LineOutcome.End)
        {
            size += lines.Line.Length;
            var fault = FaultOf(outcome, lines, size);
            if (fault is not null)
                page.Fault = new(lines.Number, fault);
            else
                page.Add(lines.Number, Encoding.UTF8.GetString(lines.Line.Span));
        }
        return page;
    }

    private static string? FaultOf(LineOutcome outcome, LineReader lines, long size) =>
        outcome switch
        {
            LineOutcome.Damaged => lines.Damage,
            LineOutcome.TooLong => "is longer than 1 MiB",
            _ when size > MaxBytes => "the page is longer than 16 MiB",
            _ when !Utf8.IsValid(lines.Line.Span) => "is not UTF-8 text; save the page as UTF-8",
            _ => null,
        };

    private void Add(long number, string line)
    {
        var rest = line.AsSpan().Trim();
        while (LinkIn(rest) is var link and >= 0)
        {
            AddText(number, rest[..link].TrimEnd());
            Sections.LastOrDefault()?.Lines.Add(new(number, ""));
            rest = rest[(link + InterviewLink.Length)..].TrimStart();
        }
        AddText(number, rest);
    }

    // In the text as it is copied from a browser the link has no line of its own: the next title follows it at once.
    private static int LinkIn(ReadOnlySpan<char> text) =>
        text.StartsWith(InterviewLink, StringComparison.OrdinalIgnoreCase)
            ? 0
            : text.IndexOf(InterviewLink, StringComparison.Ordinal);

    private void AddText(long number, ReadOnlySpan<char> text)
    {
        // An arrow or a bullet is decoration.
        if (text.IndexOfAnyLetterOrDigit() < 0)
            return;
        var line = new PageLine(number, text.ToString());
        if (KindOfHeading(text) is { } kind)
            Sections.Add(new(kind, line, []));
        else if (Sections.Count > 0)
            Sections[^1].Lines.Add(line);
        else if (Topic is null)
            Topic = line.Text;
        else
            Introduction.Add(line);
    }
}
