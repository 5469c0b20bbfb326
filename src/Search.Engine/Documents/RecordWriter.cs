using System.Text.Json;

namespace Search.Engine.Documents;

/// <summary>From a record to a JSON object.</summary>
internal static class RecordWriter
{
    private static readonly string[] TalkMembers =
    [
        "id",
        "kind",
        "title",
        "abstract",
        "speakers",
        "topics",
        "event",
        "date",
        "language",
        "url",
        "excerpt",
    ];

    private static readonly string[] InterviewMembers =
    [
        .. TalkMembers.Except(["abstract"], StringComparer.Ordinal),
        "intro",
        "talk",
        "questions",
    ];

    private static readonly string[] QuestionMembers = ["question", "answer", "url", "excerpt"];

    public static void Write(Record record, CanonicalJson json)
    {
        var interview = record as Interview;
        json.Begin('{');
        Text("id", record.Id, json);
        Text("kind", interview is null ? "talk" : "interview", json);
        Text("title", record.Title, json);
        Text("abstract", (record as Talk)?.Abstract, json);
        Text("intro", interview?.Intro, json);
        Texts("speakers", record.Speakers, json);
        Texts("topics", record.Topics, json);
        Text("event", record.Event, json);
        Text("date", record.Date?.ToString(), json);
        Text("language", record.Language, json);
        Text("url", record.Url, json);
        Text("talk", interview?.TalkId, json);
        Flag("excerpt", record.Excerpt, json);
        if (interview is not null)
            Questions(interview, json);
        Unknown(record.Unknown, interview is null ? TalkMembers : InterviewMembers, json);
        json.End('}');
    }

    private static void Questions(Interview interview, CanonicalJson json)
    {
        json.Name("questions");
        json.Begin('[');
        var next = 1;
        foreach (var (number, passage, unanswered) in InOrder(interview))
        {
            if (number < next)
                throw new ArgumentException(
                    $"The passages of {interview.Id} are not numbered upwards from 1.",
                    nameof(interview)
                );
            // A gap keeps the numbers, and with them the ids, of the passages behind it.
            for (; next < number; next++)
                json.Raw("null"u8);
            if (passage is null)
                json.Value(unanswered);
            else
                Question(passage, json);
            next++;
        }
        json.End(']');
    }

    private static IEnumerable<(int Number, Passage? Passage, JsonElement Unanswered)> InOrder(Interview interview)
    {
        var passages = interview.Passages.Select(passage => (passage.Number, (Passage?)passage, default(JsonElement)));
        if (interview.Unanswered.Count == 0)
            return passages;
        var unanswered = interview.Unanswered.Select(question => (question.Number, (Passage?)null, question.Source));
        return passages.Concat(unanswered).OrderBy(entry => entry.Number);
    }

    private static void Question(Passage passage, CanonicalJson json)
    {
        json.Begin('{');
        Text("question", passage.Question, json);
        Text("answer", passage.Answer, json);
        Text("url", passage.Url, json);
        Flag("excerpt", passage.Excerpt, json);
        Unknown(passage.Unknown, QuestionMembers, json);
        json.End('}');
    }

    private static void Text(string name, string? text, CanonicalJson json)
    {
        if (text is null)
            return;
        json.Name(name);
        json.Text(text);
    }

    private static void Texts(string name, IReadOnlyList<string> texts, CanonicalJson json)
    {
        if (texts.Count == 0)
            return;
        json.Name(name);
        json.Begin('[');
        foreach (var text in texts)
            json.Text(text);
        json.End(']');
    }

    private static void Flag(string name, bool isSet, CanonicalJson json)
    {
        if (!isSet)
            return;
        json.Name(name);
        json.Raw("true"u8);
    }

    // A name that the record has a member for would stand twice, and could not be read back.
    private static void Unknown(IReadOnlyDictionary<string, JsonElement> unknown, string[] known, CanonicalJson json)
    {
        if (unknown.Count == 0)
            return;
        foreach (var (name, value) in unknown.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (known.Contains(name, StringComparer.Ordinal))
                continue;
            json.Name(name);
            json.Value(value);
        }
    }
}
