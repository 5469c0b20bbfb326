namespace Search.Engine.Sources;

/// <summary>The interviews of a section: title, question, answer, more of these, and the link to the whole interview.</summary>
internal static class PageInterviews
{
    public static IEnumerable<PageEntry> In(PageSection section)
    {
        var lines = new List<PageLine>();
        for (var index = 0; index < section.Lines.Count; index++)
        {
            var line = section.Lines[index];
            var isNext = line.EndsInterview || IsTitleWithoutLink(section.Lines, index, lines.Count);
            if (isNext && lines.Count > 0)
            {
                yield return Entry(lines);
                lines = [];
            }
            if (!line.EndsInterview)
                lines.Add(line);
        }
        if (lines.Count > 0)
            yield return Entry(lines);
    }

    // Where the link is missing, a line that reads like a title, between an answer and a question, is one.
    private static bool IsTitleWithoutLink(List<PageLine> lines, int index, int linesBefore) =>
        linesBefore >= 3
        && index + 2 < lines.Count
        && PageText.IsTitle(lines[index].Text)
        && !PageText.IsQuestion(lines[index - 1].Text)
        && PageText.IsQuestion(lines[index + 1].Text)
        && !lines[index + 2].EndsInterview;

    private static PageEntry Entry(List<PageLine> lines)
    {
        var title = lines[0];
        if (lines.Count == 1)
            return new UnusableEntry(title, $"the interview \"{title.Text}\" has no question and no answer");
        if (lines.Count == 2)
            return new UnusableEntry(title, $"the interview \"{title.Text}\" has a question or an answer, not both");
        // The line below the title is the question even where it has no question mark: "Tell me about your work."
        var questions = new List<QuestionEntry> { new(lines[1].Text, []) };
        for (var index = 2; index < lines.Count; index++)
        {
            var text = lines[index].Text;
            if (PageText.IsQuestion(text) && questions[^1].Answer.Count > 0 && index + 1 < lines.Count)
                questions.Add(new(text, []));
            else
                questions[^1].Answer.Add(text);
        }
        return new InterviewEntry(title, questions);
    }
}
