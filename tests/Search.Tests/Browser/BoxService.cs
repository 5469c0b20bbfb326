using Search.Engine.Documents;
using Search.Tests.Browser;
using Search.Tests.Http;

[assembly: AssemblyFixture(typeof(BoxService))]

namespace Search.Tests.Browser;

/// <summary>A service over a small collection, and a conference's site that has the originals and puts the box on its pages.</summary>
public sealed class BoxService : IAsyncLifetime
{
    /// <summary>Would leave a trace in the page if it were read as HTML.</summary>
    public const string Hostile =
        "Hostile <img src=x onerror=\"window.harmed=1\"> & </script><script>window.harmed=1</script>";

    private readonly ConferenceSite site = new();
    private readonly ServiceHost host;

    public BoxService() => host = new ServiceHost(Records(site.Address));

    public ConferenceSite Site => site;

    public ServiceHost Host => host;

    public Uri Address => host.Address;

    public async ValueTask InitializeAsync() => await host.ReadyAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await site.DisposeAsync();
    }

    private static IEnumerable<Record> Records(Uri site) =>
        [
            Told(
                site,
                "lighthouse/beacons",
                "Beacons and their keepers",
                "A lamp turns so that ships know it.",
                "Inés Faro"
            ),
            Told(site, "lighthouse/beaches", "Beaches of the north", "Sand wanders; pebbles stay.", "Olaf Strand"),
            Told(
                site,
                "lighthouse/valves",
                "Valves and pipes",
                "Hysteresis keeps a valve from chattering.",
                "Inés Faro"
            ),
            Collection.Interview(
                "lighthouse/int-1",
                "Inés Faro on beacons",
                [
                    ("Why does a beacon turn?", "So that a ship can tell one beacon from another by its rhythm."),
                    ("Who keeps the lamp now?", "Nobody does. A beacon has a sensor and a spare bulb."),
                ],
                ["Inés Faro"],
                "2025-04"
            ) with
            {
                Url = $"{site}interviews/1",
                Topics = ["Beacons"],
                Event = "Lighthouse 2025",
            },
            Told(site, "lighthouse/hostile", Hostile, "Hostile <b>text</b>.", "<i>Eve</i>") with
            {
                Url = "javascript:window.harmed=1",
            },
            Collection.Interview(
                "lighthouse/int-hostile",
                "Harmful questions",
                [(Hostile, "Hostile answer <img src=x onerror=\"window.harmed=1\">")]
            ) with
            {
                Url = "javascript:window.harmed=1",
            },
        ];

    private static Talk Told(Uri site, string id, string title, string text, string speaker) =>
        Collection.Talk(id, title, text, [speaker], ["Beacons"], "2025-03-01") with
        {
            Url = $"{site}talks/{Uri.EscapeDataString(id)}",
            Event = "Lighthouse 2025",
        };
}
