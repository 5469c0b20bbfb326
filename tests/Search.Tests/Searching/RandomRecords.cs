using Search.Engine.Documents;

namespace Search.Tests.Searching;

/// <summary>Invented records with few words and few values, so that everything meets everything.</summary>
internal sealed class RandomRecords(int seed)
{
    public static readonly string[] Words =
    [
        "election",
        "elections",
        "leader",
        "quorum",
        "lease",
        "gossip",
        "replica",
        "replicas",
        "shard",
    ];

    public static readonly string[] Topics = ["Raft", "raft", "Café Ops", "C++", "C", "Sharding", "数据库"];
    public static readonly string[] Speakers = ["Ann Lee", "ANN LEE", "Siobhán O'Dwyer", "Kim Park", "Bo", "Ada"];
    public static readonly string[] Events = ["Relay 2024", "Relay 2023", "relay 2023", "Übercon"];
    public static readonly string[] Languages = ["en", "de", "tlh"];
    public static readonly string[] Dates = ["2015", "2016-05", "2017-12-31", "2018-01-01", "2018-02", "2023-06-07"];

    private readonly Random random = new(seed);

    /// <summary>Works of one to three records; the records of a work have its title, which no other has, and agree on a speaker.</summary>
    public List<Record> Works(int first, int count) => [.. Enumerable.Range(first, count).SelectMany(Work)];

    /// <summary>The record with other values and the same title and speakers, so that it stays in its work.</summary>
    public Record Changed(Record record) => WithValues(record);

    private IEnumerable<Record> Work(int number)
    {
        var title = $"{Pick(Words)} {Pick(Words)} w{number}";
        string[] speakers = [.. Some(Speakers, 3)];
        var shape = random.Next(6);
        if (shape != 1)
            yield return Talk($"t{number}", title, speakers);
        if (shape is 1 or 2 or 3)
            yield return Interview($"i{number}", title, shape == 2 ? [] : speakers);
        // Two talks are one work only when they share a speaker.
        if (shape == 3 && speakers.Length > 0)
            yield return Talk($"u{number}", title, speakers[..1]);
    }

    private Record Talk(string id, string title, string[] speakers) =>
        WithValues(
            new Talk
            {
                Id = id,
                Title = title,
                Abstract = random.Next(5) == 0 ? null : Text(),
                Speakers = speakers,
            }
        );

    private Record Interview(string id, string title, string[] speakers) =>
        WithValues(
            new Interview
            {
                Id = id,
                Title = title,
                Intro = random.Next(2) == 0 ? null : Text(),
                Speakers = speakers,
                Passages =
                [
                    // Questions without an answer leave gaps in the numbers.
                    .. Enumerable
                        .Range(1, random.Next(1, 5))
                        .Select(n => new Passage(n * random.Next(1, 3), Text() + "?", Text()))
                        .DistinctBy(passage => passage.Number)
                        .OrderBy(passage => passage.Number),
                ],
            }
        );

    private Record WithValues(Record record) =>
        record with
        {
            Topics = [.. Some(Topics, 4)],
            Event = Maybe(Events),
            Language = Maybe(Languages),
            Date = Maybe(Dates) is { } text && PartialDate.TryParse(text, out var date) ? date : null,
        };

    private string Text() => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Words)));

    private string Pick(string[] values) => values[random.Next(values.Length)];

    private string? Maybe(string[] values) => random.Next(4) == 0 ? null : Pick(values);

    private IEnumerable<string> Some(string[] values, int most) =>
        Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pick(values)).Distinct(StringComparer.Ordinal);
}
