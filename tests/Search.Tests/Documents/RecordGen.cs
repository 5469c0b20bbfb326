using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Search.Engine.Documents;

namespace Search.Tests.Documents;

/// <summary>Records as a reader makes them: trimmed, without empty texts, with odd characters everywhere.</summary>
internal static class RecordGen
{
    private static readonly Gen<string> OddPiece = Gen.OneOf(
        "\"",
        "\\",
        "\\ud800",
        "\n\n",
        "\r",
        "\t",
        "\0",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uFFFD",
        "é",
        "e\u0301",
        "공",
        "שלום",
        "😀",
        "👩‍💻",
        "</script>"
    );

    private static readonly Gen<string> AnyText = Gen.OneOf(
            OddPiece,
            Gen.Char.AlphaNumeric.Select(char.ToString),
            Gen.Int[0x20, 0x10FFFF].Where(Rune.IsValid).Select(scalar => new Rune(scalar).ToString())
        )
        .Array[0, 8]
        .Select(pieces => string.Concat(pieces).Trim());

    private static readonly Gen<string> Text = AnyText.Where(text => text.Length > 0);

    private static readonly Gen<string?> MaybeText = Gen.OneOf(
        Gen.Const((string?)null),
        Text.Select(text => (string?)text)
    );

    private static readonly Gen<IReadOnlyList<string>> Texts = Text.Array[0, 4]
        .Select(texts => (IReadOnlyList<string>)texts.Distinct(StringComparer.Ordinal).ToList());

    private static readonly Gen<string> Id = Text.Where(text => RecordId.Fault(text) is null);

    private static readonly Gen<PartialDate?> Date = Gen.OneOf("", "1999", "2024-02", "2024-02-29", "0001-01-01")
        .Select(text => PartialDate.TryParse(text, out var date) ? date : (PartialDate?)null);

    private static readonly Gen<string?> Language = Gen.OneOf<string?>(null, "en", "de", "tlh", "Pirate");

    private static readonly Gen<IReadOnlyDictionary<string, JsonElement>> Unknown = Gen.Dictionary(
            AnyText.Select(name => "x-" + name),
            Value(3).Select(value => JsonElement.Parse(value))
        )[0, 3]
        .Select(members => (IReadOnlyDictionary<string, JsonElement>)members);

    private static readonly Gen<Passage> Passage = Gen.Select(Text, Text, MaybeText, Gen.Bool, Unknown)
        .Select(
            (question, answer, url, excerpt, unknown) =>
                new Passage(0, question, answer, url, excerpt) { Unknown = unknown }
        );

    // A null among the questions stands for one without an answer.
    private static readonly Gen<Interview> Interview = Gen.Select(
            Id,
            Text,
            MaybeText,
            MaybeText,
            Gen.OneOf(Passage.Select(passage => (Passage?)passage), Gen.Const((Passage?)null)).Array[1, 4]
        )
        .Where((_, _, _, _, questions) => questions.Any(question => question is not null))
        .Select(
            (id, title, intro, talkId, questions) =>
                new Interview
                {
                    Id = id,
                    Title = title,
                    Intro = intro,
                    TalkId = talkId,
                    Passages =
                    [
                        .. questions
                            .Select((question, index) => question is null ? null : question with { Number = index + 1 })
                            .OfType<Passage>(),
                    ],
                    Unanswered =
                    [
                        .. questions
                            .Index()
                            .Where(entry => entry.Item is null)
                            .Select(entry => new UnansweredQuestion(
                                entry.Index + 1,
                                JsonElement.Parse(entry.Index % 2 == 0 ? "null" : """{"question":"Why?"}""")
                            )),
                    ],
                }
        );

    private static readonly Gen<Talk> Talk = Gen.Select(Id, Text, MaybeText)
        .Select(
            (id, title, text) =>
                new Talk
                {
                    Id = id,
                    Title = title,
                    Abstract = text,
                }
        );

    public static readonly Gen<Record> Record = Gen.Select(
            Gen.OneOf(Talk.Select(talk => (Record)talk), Interview.Select(interview => (Record)interview)),
            Gen.Select(Texts, Texts),
            Gen.Select(MaybeText, MaybeText, Date, Language),
            Gen.Bool,
            Unknown
        )
        .Select(
            (record, names, facts, excerpt, unknown) =>
                record with
                {
                    Speakers = names.Item1,
                    Topics = names.Item2,
                    Event = facts.Item1,
                    Url = facts.Item2,
                    Date = facts.Item3,
                    Language = facts.Item4,
                    Excerpt = excerpt,
                    Unknown = unknown,
                }
        );

    private static Gen<string> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.OneOf("null", "true", "false", "-0", "1.50", "6.02e23", "12345678901234567890"),
            Gen.Int.Select(number => number.ToString(CultureInfo.InvariantCulture)),
            AnyText.Select(text => JsonSerializer.Serialize(text))
        );
        if (depth == 0)
            return leaf;
        var inner = Value(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.Array[0, 3].Select(values => $"[{string.Join(',', values)}]"),
            Gen.Dictionary(AnyText, inner)[0, 3]
                .Select(members =>
                    $"{{{string.Join(", ", members.Select(member => $"{JsonSerializer.Serialize(member.Key)}: {member.Value}"))}}}"
                )
        );
    }
}

/// <summary>Whether two records are equal in every member; the lists and JSON in them have no equality of their own.</summary>
internal static class RecordComparer
{
    public static bool AreEqual(Record one, Record other)
    {
        // With the lists made the same, the compiler's equality compares all that is left.
        var isRestEqual = (Bare(one), Bare(other)) switch
        {
            (Talk talk, Talk otherTalk) => talk == otherTalk,
            (Interview interview, Interview otherInterview) => interview == otherInterview,
            _ => false,
        };
        return isRestEqual
            && one.Speakers.SequenceEqual(other.Speakers, StringComparer.Ordinal)
            && one.Topics.SequenceEqual(other.Topics, StringComparer.Ordinal)
            && AreEqual(one.Unknown, other.Unknown)
            && AreEqual(PassagesOf(one), PassagesOf(other))
            && AreEqual(UnansweredOf(one), UnansweredOf(other));
    }

    private static readonly IReadOnlyDictionary<string, JsonElement> NoMembers = new Dictionary<string, JsonElement>();

    private static Record Bare(Record record)
    {
        var bare = record with
        {
            Speakers = Array.Empty<string>(),
            Topics = Array.Empty<string>(),
            Unknown = NoMembers,
        };
        return bare is Interview interview
            ? interview with
            {
                Passages = Array.Empty<Passage>(),
                Unanswered = Array.Empty<UnansweredQuestion>(),
            }
            : bare;
    }

    private static IReadOnlyList<Passage> PassagesOf(Record record) => (record as Interview)?.Passages ?? [];

    private static IReadOnlyList<UnansweredQuestion> UnansweredOf(Record record) =>
        (record as Interview)?.Unanswered ?? [];

    private static bool AreEqual(IReadOnlyList<Passage> one, IReadOnlyList<Passage> other) =>
        one.Count == other.Count
        && one.Zip(other)
            .All(pair =>
                pair.First with { Unknown = NoMembers } == pair.Second with { Unknown = NoMembers }
                && AreEqual(pair.First.Unknown, pair.Second.Unknown)
            );

    private static bool AreEqual(IReadOnlyList<UnansweredQuestion> one, IReadOnlyList<UnansweredQuestion> other) =>
        one.Count == other.Count
        && one.Zip(other)
            .All(pair =>
                pair.First.Number == pair.Second.Number && JsonElement.DeepEquals(pair.First.Source, pair.Second.Source)
            );

    private static bool AreEqual(
        IReadOnlyDictionary<string, JsonElement> one,
        IReadOnlyDictionary<string, JsonElement> other
    ) =>
        one.Count == other.Count
        && one.All(member =>
            other.TryGetValue(member.Key, out var value) && JsonElement.DeepEquals(member.Value, value)
        );
}
