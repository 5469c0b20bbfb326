using System.Text.Json;

namespace Search.Engine.Documents;

/// <summary>From a JSON object to a record.</summary>
internal static class RecordReader
{
    public static ParsedRecord Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return ParsedRecord.Refused(null, $"is {JsonFault.NameOf(json)}, not an object with the record's members");
        var faults = new FirstFault();
        var members = new MemberReader(json, faults);
        var id = members.RequiredText("id");
        var record = Read(id, members, faults);
        return record is null || faults.First is not null
            ? ParsedRecord.Refused(id, faults.First ?? "is no record")
            : ParsedRecord.Accepted(record);
    }

    private static Record? Read(string? id, MemberReader members, FirstFault faults)
    {
        if (id is not null && RecordId.Fault(id) is { } idFault)
            faults.Add($"\"id\" {idFault}");
        var kind = members.RequiredText("kind");
        var title = members.RequiredText("title");
        if (id is null || kind is null || title is null)
            return null;
        Record? own = kind switch
        {
            "talk" => ReadTalk(id, title, members),
            "interview" => ReadInterview(id, title, members, faults),
            _ => null,
        };
        if (own is null)
        {
            faults.Add($"\"kind\" is \"{JsonFault.Shorten(kind)}\"; it must be \"talk\" or \"interview\"");
            return null;
        }
        return own with
        {
            Speakers = members.Texts("speakers"),
            Topics = members.Texts("topics"),
            Event = members.Text("event"),
            Date = members.Date("date"),
            Language = LanguageCode.Normalise(members.Text("language")),
            Url = members.Text("url"),
            Excerpt = members.Flag("excerpt"),
            Unknown = members.Rest(),
        };
    }

    private static Talk ReadTalk(string id, string title, MemberReader members) =>
        new()
        {
            Id = id,
            Title = title,
            Abstract = members.Text("abstract"),
        };

    private static Interview ReadInterview(string id, string title, MemberReader members, FirstFault faults)
    {
        var passages = new List<Passage>();
        var unanswered = new List<UnansweredQuestion>();
        foreach (var question in members.List("questions"))
            ReadQuestion(question, passages.Count + unanswered.Count + 1, passages, unanswered, faults);
        if (passages.Count == 0)
            faults.Add("an interview needs at least one question with an answer in \"questions\"");
        return new()
        {
            Id = id,
            Title = title,
            Intro = members.Text("intro"),
            TalkId = members.Text("talk"),
            Passages = passages,
            Unanswered = unanswered.Count == 0 ? [] : unanswered,
        };
    }

    // A number counts every entry, answered or not, so that an answer that comes later moves no other passage's id.
    private static void ReadQuestion(
        JsonElement json,
        int number,
        List<Passage> passages,
        List<UnansweredQuestion> unanswered,
        FirstFault faults
    )
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            unanswered.Add(new(number, json.Clone()));
            return;
        }
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"question {number} must be an object, not {JsonFault.NameOf(json)}");
            return;
        }
        var members = new MemberReader(json, faults, number);
        var question = members.Text("question");
        var answer = members.Text("answer");
        var url = members.Text("url");
        var excerpt = members.Flag("excerpt");
        var unknown = members.Rest();
        if (answer is null)
            unanswered.Add(new(number, json.Clone()));
        else if (question is null)
            faults.Add($"question {number} has an \"answer\" but no \"question\"");
        else
            passages.Add(new(number, question, answer, url, excerpt) { Unknown = unknown });
    }
}

/// <summary>Keeps the first fault; those that follow from it would only confuse.</summary>
internal sealed class FirstFault
{
    public string? First { get; private set; }

    public void Add(string fault) => First ??= fault;
}
