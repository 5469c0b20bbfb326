using System.Text.RegularExpressions;
using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>A conversation in turns, each beginning with the name of who speaks.</summary>
internal sealed partial class InterviewTurns
{
    private const int FewestTurns = 4;
    private const int LongestName = 50;
    private const int LongestQuestion = 300;

    private static readonly string[] Asking = ["q", "question", "interviewer", "host", "moderator", "frage"];
    private static readonly string[] Answering = ["a", "answer", "guest", "interviewee", "antwort"];

    private readonly List<Turn> _turns;
    private readonly List<TextBlock> _intro;
    private readonly string _host;

    private InterviewTurns(List<TextBlock> intro, List<Turn> turns)
    {
        _intro = intro;
        _turns = turns;
        _host =
            turns.Find(turn => Asking.Contains(turn.Name, StringComparer.OrdinalIgnoreCase))?.Name
            ?? turns
                .GroupBy(turn => turn.Name, StringComparer.Ordinal)
                .MaxBy(group => group.Count(turn => turn.HasQuestion))
                ?.Key
            ?? "";
    }

    /// <summary>The turns of a page; null when it has none, or only one voice.</summary>
    public static InterviewTurns? Of(IReadOnlyList<TextBlock> blocks)
    {
        var intro = new List<TextBlock>();
        var turns = new List<Turn>();
        foreach (var block in blocks)
        {
            if (NameOf(block) is { } name)
                turns.Add(new(name.Name, [block with { Text = name.Text }]));
            else if (turns.Count == 0)
                intro.Add(block);
            else if (block.Kind != BlockKind.Heading)
                turns[^1].Blocks.Add(block);
        }
        var voices = turns.Select(turn => turn.Name).Distinct(StringComparer.Ordinal).Count();
        var isTalk =
            turns.Count >= FewestTurns
            || (turns.Count >= 2 && turns.Exists(turn => Asking.Contains(turn.Name, StringComparer.OrdinalIgnoreCase)));
        return isTalk && voices >= 2 && turns.Exists(turn => turn.HasQuestion) ? new(intro, turns) : null;
    }

    /// <summary>Each turn of the host with a question opens a passage; what follows up to the next is its answer.</summary>
    public CutInterview Cut()
    {
        var passages = new List<Passage>();
        var first = _turns.FindIndex(Opens);
        var intro = _intro.Concat(_turns.Take(Math.Max(first, 0)).SelectMany(turn => turn.Named())).ToList();
        for (var index = Math.Max(first, 0); index < _turns.Count; )
        {
            var question = _turns[index++];
            var answer = new List<Turn>();
            while (index < _turns.Count && !(Opens(_turns[index]) && answer.Count > 0))
                answer.Add(_turns[index++]);
            if (answer.Count > 0)
                passages.Add(PassageOf(passages.Count + 1, question, answer));
        }
        return new(intro, passages, Speakers());
    }

    // A host who asks twice in a row has not been answered yet: the second question belongs to the first.
    private bool Opens(Turn turn) => turn.Name == _host && turn.HasQuestion;

    private Passage PassageOf(int number, Turn question, List<Turn> answer)
    {
        var asked = question.Text.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal);
        var isOneVoice = answer.TrueForAll(turn => turn.Name == answer[0].Name) && answer[0].Name != _host;
        var blocks = answer.SelectMany(turn => isOneVoice ? turn.Blocks : turn.Named()).ToList();
        if (asked.Length <= LongestQuestion)
            return new(number, asked, TextBlock.Join(blocks));
        // What leads up to the question stays where it can be found, and the question can be read at a glance.
        var last = LastQuestion().Match(asked);
        return new(number, last.Success ? last.Value.Trim() : asked, TextBlock.Join(question.Named().Concat(blocks)));
    }

    // Initials say nobody's name.
    private List<string> Speakers() =>
        [
            .. _turns
                .Select(turn => turn.Name)
                .Where(name => name != _host && name.Count(char.IsLetter) > 2)
                .Where(name => name.Any(char.IsLower) || !name.Any(char.IsUpper))
                .Where(name => !Answering.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Distinct(StringComparer.Ordinal),
        ];

    private static (string Name, string Text)? NameOf(TextBlock block)
    {
        if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListEntry))
            return null;
        if (block.Lead is null)
        {
            var label = PlainLabel().Match(block.Text);
            return label.Success ? (label.Groups["name"].Value, block.Text[label.Length..]) : null;
        }
        var rest = block.Text[Math.Min(block.Lead.Length, block.Text.Length)..];
        var isLabel = block.Lead.EndsWith(':') || rest.TrimStart().StartsWith(':');
        var name = block.Lead.TrimEnd(':', ' ');
        // "**Ada: Why?**" is bold as a whole.
        if (!isLabel && InsideLabel().Match(block.Lead) is { Success: true } inside)
            return (inside.Groups["name"].Value, block.Text[inside.Length..]);
        rest = rest.TrimStart(' ', ':', '\n');
        return isLabel && rest.Length > 0 && name.Length is > 0 and <= LongestName && !name.Contains('?')
            ? (name, rest)
            : null;
    }

    private sealed record Turn(string Name, List<TextBlock> Blocks)
    {
        public string Text => TextBlock.Join(Blocks);

        public bool HasQuestion => Blocks.Exists(block => block.Text.Contains('?') || block.Text.Contains('？'));

        public IEnumerable<TextBlock> Named() =>
            Blocks.Select((block, index) => index == 0 ? block with { Text = $"{Name}: {block.Text}" } : block);
    }

    [GeneratedRegex(
        @"^(?<name>Q|A|Question|Answer|Frage|Antwort|[A-Z]{2,4})\s?\d*:\s+(?=\S)",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex PlainLabel();

    [GeneratedRegex(
        @"^(?<name>[A-Z]{1,4}|\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.’'-]*){0,3}):\s+(?=\S)",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex InsideLabel();

    [GeneratedRegex(@"[^.?!…]{3,300}\?(?=[^?]*$)", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex LastQuestion();
}
