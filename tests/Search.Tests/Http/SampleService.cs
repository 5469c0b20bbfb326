using Search.Tests.Http;

[assembly: AssemblyFixture(typeof(SampleService))]

namespace Search.Tests.Http;

/// <summary>One service over a few records, for all tests that only read.</summary>
public sealed class SampleService : IAsyncLifetime
{
    /// <summary>A title that would do harm if it went into a page as it is.</summary>
    public const string Hostile = "<img src=x onerror=alert(1)> & \"quotes\" '</script>";

    /// <summary>Ids that do not survive careless decoding.</summary>
    public static readonly string[] AwkwardIds =
    [
        "relay-2024/quorum",
        "percent%",
        "per%2Fcent",
        "plus+plus",
        "café/é",
        "한국/공",
        "comma,semicolon;colon:at@",
        "with space",
        "question?mark&and=",
        "a//b/",
        "quo\"te'<tag>",
        "a/../b",
        "😀",
    ];

    private readonly ServiceHost host = new(Records());

    public ServiceHost Host => host;

    public async ValueTask InitializeAsync() => await host.ReadyAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static IEnumerable<Record> Records() =>
        [
            Collection.Talk(
                "relay/quorum",
                "Reading a quorum",
                "A quorum is any majority of the voters.",
                ["Ada Example"],
                ["Consensus"],
                "2024-03-05"
            ) with
            {
                Url = "https://talks.example.org/quorum",
                Event = "Relay 2024",
                Language = "en",
            },
            Collection.Interview(
                "relay/int-7",
                "Interview: Reading a quorum",
                [
                    ("What is a quorum?", "A quorum is any majority of the voters."),
                    ("And a lease?", "A lease is a promise with an end."),
                ],
                ["Ada Example"],
                "2024-03"
            ) with
            {
                Url = "https://talks.example.org/int-7",
            },
            Collection.Talk(
                "hostile",
                Hostile,
                "<script>alert(2)</script> hostile text",
                ["<b>Eve</b>"],
                ["<i>x</i>"]
            ) with
            {
                Url = "javascript:alert(3)",
            },
            .. AwkwardIds.Select((id, n) => Collection.Talk(id, $"Awkward 공 {n}", "An awkward id.", date: "2001")),
        ];
}
