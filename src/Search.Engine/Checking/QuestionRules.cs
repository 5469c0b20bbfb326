using System.Globalization;
using Search.Engine.Documents;

namespace Search.Engine.Checking;

/// <summary>An answer whose question has no words, so that its passage has no heading.</summary>
internal sealed class EmptyQuestions() : SourceRule(SourceRules.AnswerWithoutQuestion, "an answer without a question")
{
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal) { "q", "question", "a", "answer" };

    internal override IEnumerable<Finding> See(CheckedRecord seen)
    {
        if (seen.Record is not Interview interview)
            yield break;
        foreach (var passage in interview.Passages)
        {
            var words = CheckedText.Words(passage.Question);
            if (words.Count == 0 || (words is [var only] && Labels.Contains(only)))
                yield return At(
                    seen.Place,
                    $"answer {Number(passage.Number)} has no question, only \"{passage.Question.Trim()}\""
                );
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A question that is not answered: it is kept, and never found.</summary>
internal sealed class UnansweredQuestions() : SourceRule("unanswered_question", "a question without an answer")
{
    internal override IEnumerable<Finding> See(CheckedRecord seen) =>
        seen.Record is Interview interview
            ? interview.Unanswered.Select(question =>
                At(seen.Place, FormattableString.Invariant($"question {question.Number} has no answer"))
            )
            : [];
}
