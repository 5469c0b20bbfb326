namespace Search.Engine.Sources;

/// <summary>The talks of a section: titles, each followed by the paragraphs of its abstract.</summary>
internal static class PageTalks
{
    public static IEnumerable<PageEntry> In(PageSection section)
    {
        var lines = section.Lines.Where(line => !line.EndsInterview).ToList();
        var next = 0;
        while (next < lines.Count)
        {
            var title = lines[next++];
            var paragraphs = new List<string>();
            if (next < lines.Count && IsShortAbstract(lines, next))
                paragraphs.Add(lines[next++].Text);
            while (next < lines.Count && PageText.IsParagraph(lines[next].Text))
                paragraphs.Add(lines[next++].Text);
            // Only the first line of a section can be one: everywhere else a paragraph belongs to the title above it.
            if (PageText.IsParagraph(title.Text))
                yield return new UnusableEntry(title, "is a paragraph without a title above it");
            else
                yield return new TalkEntry(title, paragraphs);
        }
    }

    // A short line below a title is its abstract, unless the line below that is one: then it is the next title.
    private static bool IsShortAbstract(List<PageLine> lines, int index) =>
        !PageText.IsParagraph(lines[index - 1].Text)
        && !PageText.IsParagraph(lines[index].Text)
        && (index + 1 == lines.Count || !PageText.IsParagraph(lines[index + 1].Text));
}
