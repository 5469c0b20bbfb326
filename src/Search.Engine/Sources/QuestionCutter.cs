using System.Text.RegularExpressions;
using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>An interview cut out of a page.</summary>
/// <param name="Intro">The blocks before the first question.</param>
/// <param name="Passages">Questions with answers; empty when there is none.</param>
/// <param name="Speakers">Who answers, as far as the page names them where they speak.</param>
internal sealed record CutInterview(
    IReadOnlyList<TextBlock> Intro,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<string> Speakers
);

/// <summary>
/// Finds questions and answers among the blocks of a page: below headings that ask, below bold questions, or in turns that
/// begin with a name (<c>**Ada:** …</c>, <c>Q: …</c>).
/// </summary>
internal static partial class QuestionCutter
{
    private const int LongestHeading = 400;

    /// <param name="blocks">Of the page, without its title.</param>
    /// <param name="isInterview">True when the page says that it is one: then headings without a question mark ask, too.</param>
    /// <param name="url">Of the page, for links to headings that have an anchor; null when there is none.</param>
    public static CutInterview Cut(IReadOnlyList<TextBlock> blocks, bool isInterview, string? url)
    {
        var turns = InterviewTurns.Of(blocks);
        if (turns is not null)
            return turns.Cut();
        var level = LevelOfQuestions(blocks, isInterview);
        var bold = blocks.Count(IsBoldQuestion);
        var headings = blocks.Count(block => IsHeadingQuestion(block, level));
        if (headings == 0 && bold == 0)
            return new(blocks, [], []);
        return headings >= bold
            ? Cut(blocks, block => IsHeadingQuestion(block, level), url)
            : Cut(blocks, IsBoldQuestion, url);
    }

    public static bool Asks(string text) => Question().IsMatch(text);

    private static CutInterview Cut(IReadOnlyList<TextBlock> blocks, Func<TextBlock, bool> isQuestion, string? url)
    {
        var intro = blocks.TakeWhile(block => !isQuestion(block)).ToList();
        var passages = new List<Passage>();
        var number = 0;
        for (var index = intro.Count; index < blocks.Count; )
        {
            var question = blocks[index++];
            var answer = new List<TextBlock>();
            // A bold question may be followed by its answer in the same paragraph.
            if (question.Kind != BlockKind.Heading && Behind(question) is { Length: > 0 } rest)
                answer.Add(new(BlockKind.Paragraph, rest));
            while (index < blocks.Count && !isQuestion(blocks[index]))
            {
                // A heading that is no question begins another part of the page.
                if (blocks[index].Kind != BlockKind.Heading || blocks[index].Level > question.Level)
                    answer.Add(blocks[index]);
                index++;
            }
            number++;
            var text = question.Kind == BlockKind.Heading ? question.Text : question.Lead ?? question.Text;
            if (answer.Count > 0)
                passages.Add(new(number, WithoutLabel(text), AnswerOf(answer), AnchorUrl(url, question.Anchor)));
        }
        return new(intro, passages, []);
    }

    private static string AnswerOf(List<TextBlock> answer)
    {
        answer[0] = answer[0] with { Text = WithoutLabel(answer[0].Text) };
        return TextBlock.Join(answer);
    }

    private static string Behind(TextBlock block) =>
        block.Lead is null
            ? ""
            : block.Text[Math.Min(block.Lead.Length, block.Text.Length)..].TrimStart(' ', '\n', ':', '-', '–', '—');

    private static string WithoutLabel(string text) =>
        Label().Replace(text, "").Trim() is { Length: > 0 } bare ? bare : text;

    // The level that most headings with a question have. Where nothing asks, an interview's deepest common level does.
    private static int LevelOfQuestions(IReadOnlyList<TextBlock> blocks, bool isInterview)
    {
        var headings = blocks.Where(block => block.Kind == BlockKind.Heading).ToList();
        var asking = headings.Where(block => Asks(block.Text)).ToList();
        if (asking.Count == 0 && isInterview && !blocks.Any(IsBoldQuestion))
            asking = headings.Where(block => block.Level >= 2).ToList();
        return asking.Count == 0
            ? 0
            : asking
                .GroupBy(block => block.Level)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key)
                .First()
                .Key;
    }

    private static bool IsHeadingQuestion(TextBlock block, int level) =>
        level > 0
        && block.Kind == BlockKind.Heading
        && (block.Level == level || Asks(block.Text))
        && block.Text.Length <= LongestHeading;

    private static bool IsBoldQuestion(TextBlock block) =>
        block is { Kind: BlockKind.Paragraph, Lead: { Length: <= LongestHeading } lead } && Asks(lead);

    private static string? AnchorUrl(string? url, string? anchor) =>
        url is null || anchor is null ? null : $"{url.Split('#')[0]}#{Uri.EscapeDataString(anchor)}";

    [GeneratedRegex(
        @"[?？؟][\s""'”’)\]*_]*$|^(?:Q|Question|Frage)\s*\d*\s*[:.]\s",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^(?:Q|A|Question|Answer|Frage|Antwort)\s*\d*\s*[:.]\s+",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Label();
}
