using Search.Tests.Http;

namespace Search.Tests.Pages;

public sealed class PageSizeTests
{
    private const int Records = 12_000;
    private const int MostBytes = 40 * 1024;

    private static readonly string[] Words =
        "replica quorum ledger packet cursor socket kernel planner shard mirror garden lantern harbour meadow violin copper".Split(
            ' '
        );

    [Fact]
    public async Task The_first_page_of_hits_of_a_large_archive_is_small()
    {
        await using var host = await new ServiceHost(Enumerable.Range(1, Records).Select(Talk)).ReadyAsync();
        var page = await host.Client.GetByteArrayAsync(
            new Uri("/search?q=replica+quorum+ledger+of+a+violin", UriKind.Relative),
            ServiceHost.Cancel
        );
        Assert.InRange(page.Length, 10_000, MostBytes);
    }

    private static Record Talk(int n) =>
        Collection.Talk(
            $"archive-conference-{n % 40}/how-the-{Word(n)}-met-the-{Word(n / 3)}-{n}",
            $"How the {Word(n)} met the {Word(n / 3)} of the {Word(n / 7)} ({n})",
            string.Join(' ', Enumerable.Range(n, 60).Select(k => Word(k * (1 + (n % 5))))) + ".",
            [$"Speaker Number {n % 700}", $"Person of the {Word(n)} {n % 90}"],
            [Word(n), $"{Word(n / 2)} systems", $"subject {n % 300}"],
            $"{2005 + (n % 20)}-0{1 + (n % 9)}-1{n % 10}"
        ) with
        {
            Event = $"Archive Conference {2005 + (n % 20)}",
            Language = n % 9 == 0 ? "de" : "en",
            Url = $"https://archive.example.org/conference/{n % 40}/talks/how-the-{Word(n)}-met-{n}",
        };

    private static string Word(int n) => Words[n % Words.Length];
}
