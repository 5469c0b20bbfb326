using Search.Engine.Documents;

namespace Search.Engine.Checking;

/// <summary>
/// Links to places inside a page that cannot be right: an empty anchor, one anchor for two answers, an interview about a talk
/// that is not there. Nothing is fetched.
/// </summary>
internal sealed class DeadAnchors() : SourceRule(RuleCode, "links to a place that is not there")
{
    public const string RuleCode = "dead_anchor";

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<(RecordPlace Place, string Talk)> links = [];

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        ids.Add(seen.Record.Id);
        if (seen.Record is not Interview interview)
            return [];
        if (interview.TalkId is { } talk)
            links.Add((seen.Place, talk));
        return [.. Empty(interview, seen.Place), .. Shared(interview, seen.Place)];
    }

    internal override IEnumerable<Finding> End() =>
        links
            .Where(link => !ids.Contains(link.Talk))
            .Select(link => At(link.Place, $"is about the talk {link.Talk}, which is not among these records"));

    private IEnumerable<Finding> Empty(Interview interview, RecordPlace place) =>
        interview
            .Passages.Where(passage => passage.Url?.EndsWith('#') == true)
            .Select(passage =>
                At(
                    place,
                    FormattableString.Invariant($"answer {passage.Number} links to the empty anchor {passage.Url}")
                )
            );

    private IEnumerable<Finding> Shared(Interview interview, RecordPlace place) =>
        interview
            .Passages.Where(passage =>
                passage.Url?.Contains('#', StringComparison.Ordinal) == true && !passage.Url.EndsWith('#')
            )
            .GroupBy(passage => passage.Url, StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same =>
                At(
                    place,
                    $"answers {string.Join(" and ", same.Select(passage => passage.Number))} link to one anchor, {same.Key}"
                )
            );
}
