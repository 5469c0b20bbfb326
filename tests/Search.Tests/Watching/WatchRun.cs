using System.Collections.Concurrent;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Sources;
using Search.Engine.Watching;

namespace Search.Tests.Watching;

/// <summary>A watch that runs over real files in a folder <c>talks</c>, and an index that it writes.</summary>
public sealed class WatchRun : IDisposable
{
    private const int MostLooks = 3_000;

    private readonly TemporaryFolder folder = new();
    private readonly Collection collection = new();
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<WatchNews> news = new();
    private Task running = Task.CompletedTask;

    public WatchRun() => Directory.CreateDirectory(Talks);

    public string Talks => folder["talks"];

    public IReadOnlyCollection<WatchNews> News => news;

    public IndexOptions Index => collection.Options;

    public ImportOptions Options { get; init; } = new();

    /// <summary>A path below the temporary folder.</summary>
    public string this[string name] => folder[name];

    /// <summary>Starts to watch one path under the name <c>watched</c>, and waits until what is there is in the index.</summary>
    public async Task StartAsync(string? path = null)
    {
        var source = new WatchedSource(path ?? Talks, "watched");
        var watch = new SourceWatch([source], Options, Import, news.Enqueue);
        running = Task.Run(() => watch.Run(ending.Token), CancellationToken.None);
        await UntilAsync(() => !news.IsEmpty || !Directory.EnumerateFileSystemEntries(Talks).Any());
    }

    /// <summary>Writes a file of lines below <c>talks</c> as most programs do: in place.</summary>
    public string Write(string name, params string[] lines) =>
        WriteText(name, string.Concat(lines.Select(l => l + "\n")));

    public string WriteText(string name, string text)
    {
        var path = Path.Combine(Talks, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public IReadOnlyList<string> Ids()
    {
        if (collection.Engine.State.Availability != IndexAvailability.Ready)
            return [];
        return [.. Records().Select(record => record.Id)];
    }

    public string TitleOf(string id) => Records().Single(record => record.Id == id).Title;

    /// <summary>Waits until the index has these records and no others.</summary>
    public Task HasAsync(params string[] ids) => UntilAsync(() => Ids().SequenceEqual(ids));

    /// <summary>Waits until something was said.</summary>
    public async Task<WatchNews> SaidAsync(Func<WatchNews, bool> what)
    {
        await UntilAsync(() => news.Any(what));
        return news.First(what);
    }

    /// <summary>Waits until a watch over <c>talks</c> would have acted on everything that was done before.</summary>
    public async Task PassAsync()
    {
        var marker = $"passed-{Guid.NewGuid():N}";
        var path = Write($"{marker}.jsonl", CommandLine.CommandLineRun.TalkLine(marker, "Marker"));
        await UntilAsync(() => Ids().Contains(marker));
        File.Delete(path);
        await UntilAsync(() => !Ids().Contains(marker));
    }

    public void Dispose()
    {
        ending.Cancel();
        // It ends by itself; a failure in it must not pass unseen.
        running.GetAwaiter().GetResult();
        ending.Dispose();
        collection.Dispose();
        folder.Dispose();
    }

    private ImportSummary Import(
        string source,
        IEnumerable<ImportItem> items,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        using var session = new IndexSession(collection.Options, "the watch");
        return session.Import(source, items, options, cancellationToken: cancellationToken);
    }

    private IEnumerable<Record> Records() =>
        collection
            .Engine.Export(TestContext.Current.CancellationToken)
            .Select(json => RecordJson.Parse(json.Span).Record!);

    // What never comes must end the test all the same.
    private async Task UntilAsync(Func<bool> condition)
    {
        for (var looks = 0; !condition(); looks++)
        {
            Assert.True(looks < MostLooks, string.Join('\n', news));
            if (running.IsFaulted)
                await running;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
