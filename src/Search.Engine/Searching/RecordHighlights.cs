using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Snippets;

namespace Search.Engine.Searching;

/// <summary>What a query matches in the whole texts of a record; ranges are sorted, apart and inside their text.</summary>
/// <param name="Title">In the title.</param>
/// <param name="Text">In the abstract of a talk, or the intro of an interview.</param>
/// <param name="Passages">In the questions and answers, in the order of the record.</param>
public sealed record RecordHighlights(
    IReadOnlyList<HighlightRange> Title,
    IReadOnlyList<HighlightRange> Text,
    IReadOnlyList<PassageHighlights> Passages
)
{
    internal static RecordHighlights Of(Record record, HighlightTerms terms)
    {
        var (text, passages) = record is Interview interview
            ? (interview.Intro, interview.Passages)
            : (((Talk)record).Abstract, []);
        return new RecordHighlights(
            Highlighter.Ranges(record.Title, terms, QueryField.Title),
            Highlighter.Ranges(text ?? "", terms, QueryField.All),
            [.. passages.Select(passage => PassageHighlights.Of(passage, terms))]
        );
    }
}

/// <summary>What a query matches in a passage.</summary>
/// <param name="Number">The passage's number.</param>
/// <param name="Question">In the question.</param>
/// <param name="Answer">In the answer.</param>
public sealed record PassageHighlights(
    int Number,
    IReadOnlyList<HighlightRange> Question,
    IReadOnlyList<HighlightRange> Answer
)
{
    internal static PassageHighlights Of(Passage passage, HighlightTerms terms) =>
        new(
            passage.Number,
            Highlighter.Ranges(passage.Question, terms, QueryField.All),
            Highlighter.Ranges(passage.Answer, terms, QueryField.All)
        );
}
