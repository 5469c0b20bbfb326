using Search.Engine.Documents;
using Search.Tests.Http;

[assembly: AssemblyFixture(typeof(Search.Tests.Pages.PagesService))]

namespace Search.Tests.Pages;

/// <summary>One service over a small archive, for all tests that look at pages.</summary>
public sealed class PagesService : IAsyncLifetime
{
    /// <summary>A text that would run a script if it got into a page as it is.</summary>
    public const string Hostile =
        "</script></title></textarea><script>window.hurt=1</script><img src=x onerror=\"window.hurt=2\"> '\" &amp; \u202Edesrever";

    public ServiceHost Host { get; } = new(Records(), ("Search:PublicUrl", "https://talks.example.org"));

    public async ValueTask InitializeAsync() => await Host.ReadyAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public Task<string> PageAsync(string path) =>
        Host.Client.GetStringAsync(new Uri(path, UriKind.Relative), ServiceHost.Cancel);

    private static IEnumerable<Record> Records() =>
        [
            Quorums("relay/quorum", "Reading a Quorum", "2024-03-05"),
            Collection.Interview(
                "relay/int-7",
                "Interview: Reading a Quorum",
                [
                    ("What is a quorum?", "A quorum is any majority of the voters.\n\n* three of five\n* two of three"),
                    ("And a lease?", "A lease is a promise with an end."),
                    ("Who wrote it down?", "Lamport did, with parliaments and 100% patience."),
                ],
                ["Ada Example"],
                "2024-03"
            ) with
            {
                Intro = "We met behind the stage.",
                Event = "Relay 2024",
                Topics = ["Consensus", "pub/sub"],
                Url = "https://talks.example.com/int-7",
            },
            Collection.Talk(
                "relay/leases",
                "Leases for Everyone",
                "A lease ends by itself, a quorum has to agree.",
                ["Ada Example", "Bo Exemplar"],
                ["Consensus", "C#"],
                "2022"
            ) with
            {
                Event = "Relay 2022",
                Language = "de",
            },
            Collection.Talk("relay/lightning", "Lightning talks", "Five minutes each.", ["various"], [], "2021-02-01"),
            Collection.Talk("undated", "A Talk Without a Date", "Nobody knows when; no quorum was there.", ["AC/DC"]),
            Collection.Talk("hostile", Hostile, $"hostile {Hostile}", [Hostile], [Hostile], "2020") with
            {
                Event = Hostile,
                Url = "javascript:window.hurt=3",
            },
            Collection.Interview(
                "hostile-int",
                $"Interview {Hostile}",
                [($"hostile question {Hostile}", $"answer {Hostile}"), ("b", Hostile), ("c", Hostile)],
                [Hostile],
                "2020-02"
            ),
            .. Enumerable
                .Range(1, 25)
                .Select(n =>
                    Collection.Talk(
                        $"many/{n:00}",
                        $"Part {n} of Many",
                        "Serial parts, told one by one.",
                        ["Cy Serial"],
                        ["Series"],
                        $"{1990 + n}"
                    ) with
                    {
                        Event = $"Series {n}",
                    }
                ),
        ];

    private static Talk Quorums(string id, string title, string date) =>
        Collection.Talk(
            id,
            title,
            "A quorum is any majority of the voters.\n\nWe read one without asking everybody.",
            ["Ada Example"],
            ["Consensus"],
            date
        ) with
        {
            Event = "Relay 2024",
            Language = "en",
            Url = "https://talks.example.com/quorum",
        };
}
