using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Engine.Documents;

namespace Search.Engine.Forgetting;

/// <summary>What must not come back into the index, whoever brings it.</summary>
internal sealed class Forgotten
{
    private readonly byte[] secret;
    private readonly HashSet<string> records;

    public Forgotten(IReadOnlyList<ForgottenEntry> entries, byte[] secret)
    {
        this.secret = secret;
        records = [.. entries.Where(entry => entry.Kind == ForgottenKind.Record).Select(entry => entry.Hash)];
        Names = new ForgottenNames(entries.Where(entry => entry.Kind == ForgottenKind.Speaker), secret);
    }

    /// <summary>Nothing was forgotten.</summary>
    public static Forgotten Nothing { get; } = new([], []);

    /// <summary>The people.</summary>
    public ForgottenNames Names { get; }

    public bool IsEmpty => records.Count == 0 && Names.IsEmpty;

    /// <summary>
    /// The record as it may be kept: the same, or without forgotten names, or null when it must go. A talk goes when nobody
    /// else gave it, an interview when one of those who answer is forgotten, since the answers are theirs. Elsewhere the name
    /// is taken out of every text. Addresses stay as they are, or they would lead nowhere.
    /// </summary>
    public Record? Keep(Record record)
    {
        if (IsEmpty)
            return record;
        if (records.Contains(ForgottenEntry.HashOf(ForgottenKind.Record, record.Id, secret)))
            return null;
        if (Names.IsEmpty)
            return record;
        var speakers = record.Speakers.Where(speaker => !Names.IsSpeaker(speaker)).ToList();
        var isSpeaker = speakers.Count < record.Speakers.Count;
        if (isSpeaker && (record is Interview || speakers.Count == 0))
            return null;
        return Clean(record with { Speakers = isSpeaker ? speakers : record.Speakers });
    }

    private Record Clean(Record record)
    {
        var common = record with
        {
            Title = Names.RemoveFrom(record.Title),
            Speakers = Clean(record.Speakers),
            Topics = Clean(record.Topics),
            Event = Clean(record.Event),
            Unknown = Clean(record.Unknown),
        };
        return common switch
        {
            Talk talk => talk with { Abstract = Clean(talk.Abstract) },
            Interview interview => interview with
            {
                Intro = Clean(interview.Intro),
                Passages = [.. interview.Passages.Select(Clean)],
                Unanswered = [.. interview.Unanswered.Select(q => q with { Source = Clean(q.Source) })],
            },
            _ => common,
        };
    }

    private Passage Clean(Passage passage) =>
        passage with
        {
            Question = Names.RemoveFrom(passage.Question),
            Answer = Names.RemoveFrom(passage.Answer),
            Unknown = Clean(passage.Unknown),
        };

    private string? Clean(string? text) => text is null ? null : Names.RemoveFrom(text);

    private IReadOnlyList<string> Clean(IReadOnlyList<string> texts) =>
        texts.Any(Names.AreIn) ? [.. texts.Select(Names.RemoveFrom)] : texts;

    private IReadOnlyDictionary<string, JsonElement> Clean(IReadOnlyDictionary<string, JsonElement> members) =>
        members.Count == 0 ? members : members.ToDictionary(member => member.Key, member => Clean(member.Value));

    private JsonElement Clean(JsonElement element) =>
        Names.AreIn(element.GetRawText())
            ? JsonSerializer.SerializeToElement(Clean(JsonNode.Parse(element.GetRawText())))
            : element;

    private JsonNode? Clean(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Key, Clean(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Clean)]),
            JsonValue value when value.TryGetValue<string>(out var text) && !IsAddress(text) => JsonValue.Create(
                Names.RemoveFrom(text)
            ),
            _ => node?.DeepClone(),
        };

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);
}
