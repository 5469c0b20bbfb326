using Search.Engine.Documents;

namespace Search.Engine.Relating;

/// <summary>Records as texts that can be compared; without title and names.</summary>
internal static class RecordTexts
{
    private const string Break = "\n\n";

    /// <summary>Abstract, or introduction, questions and answers; empty when there is nothing beside the title.</summary>
    public static string Body(Record record)
    {
        if (record is Talk talk)
            return talk.Abstract ?? "";
        var interview = (Interview)record;
        return string.Join(Break, interview.Passages.Select(Of).Prepend(interview.Intro ?? ""));
    }

    /// <summary>Question and answer.</summary>
    public static string Of(Passage passage) => string.Join(Break, passage.Question, passage.Answer);
}
