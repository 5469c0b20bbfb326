using System.Diagnostics;
using System.Globalization;
using Search.Engine.Backups;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Sources;

namespace Search.Benchmarks.Endurance;

/// <summary>Eight searchers and two writers on one index, with a rebuild, a backup and a rollback every few seconds.</summary>
internal sealed class LoadRun
{
    private const int Records = 5_000;
    private const int Searchers = 8;
    private const int Writers = 2;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Report = TimeSpan.FromSeconds(15);

    private readonly string folder = Directory.CreateTempSubdirectory("load-run-").FullName;
    private readonly Lock writing = new();
    private long searches;
    private long failed;
    private long empty;
    private long writes;
    private int swaps;

    private IndexOptions Options => new() { Path = Path.Combine(folder, "index") };

    /// <summary>0 when no search failed and none came back empty.</summary>
    public static async Task<int> RunAsync(TimeSpan duration)
    {
        var run = new LoadRun();
        using (var session = new IndexSession(run.Options))
        {
            session.Import("load", Enumerable.Range(0, Records).Select(Item), new ImportOptions());
            using var engine = new SearchEngine(run.Options);
            using var end = new CancellationTokenSource(duration);
            Task[] all =
            [
                .. Enumerable.Range(0, Searchers).Select(n => run.Loop(() => run.Search(engine, n), end.Token)),
                .. Enumerable.Range(0, Writers).Select(n => run.Loop(() => run.Write(session, n), end.Token)),
                run.Loop(() => Pause(() => engine.Refresh(), Refresh), end.Token),
                run.Loop(() => run.Swap(session, engine), end.Token),
                run.Loop(() => Pause(run.Say, Report), end.Token),
            ];
            await Task.WhenAll(all);
        }
        run.Say();
        Directory.Delete(run.folder, recursive: true);
        return run.failed + run.empty == 0 ? 0 : 1;
    }

    private Task Loop(Action step, CancellationToken end) =>
        Task.Factory.StartNew(
            () =>
            {
                while (!end.IsCancellationRequested)
                    step();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private void Search(SearchEngine engine, int seed)
    {
        try
        {
            var number = (int)((Interlocked.Increment(ref searches) * 7919 + seed) % Records);
            var found = engine.Search(new SearchRequest { Query = $"number {number} raft" });
            if (found.TotalHits == 0)
                Interlocked.Increment(ref empty);
        }
        catch (Exception e)
        {
            Interlocked.Increment(ref failed);
            Console.WriteLine(e);
        }
    }

    private void Write(IndexSession session, int writer)
    {
        lock (writing)
        {
            var number = (int)(Interlocked.Increment(ref writes) % Records);
            session.Import($"load", [Item(number + (writer * 100_000))], new ImportOptions { TakeOver = true });
        }
        Thread.Sleep(20);
    }

    private void Swap(IndexSession session, SearchEngine engine)
    {
        IndexRebuild(session);
        engine.Refresh();
        IndexBackup.Write(Options, Path.Combine(folder, "backup.tar.gz"));
        lock (writing)
            session.Rollback();
        engine.Refresh();
        swaps += 2;
        Thread.Sleep(2_000);
    }

    private void IndexRebuild(IndexSession session)
    {
        Search.Engine.Generations.IndexRebuild rebuild;
        lock (writing)
            rebuild = session.StartRebuild();
        rebuild.Copy(1);
        lock (writing)
            session.Finish(rebuild);
    }

    private void Say()
    {
        using var process = Process.GetCurrentProcess();
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{searches} searches, {failed} failed, {empty} empty; {writes} writes; {swaps} swaps; {process.WorkingSet64 >> 20} MiB resident"
        );
        Console.WriteLine(line);
    }

    private static void Pause(Action act, TimeSpan pause)
    {
        Thread.Sleep(pause);
        act();
    }

    private static ImportItem Item(int number) =>
        new ImportedRecord(
            new SourcePosition("load", 1),
            new Talk
            {
                Id = number.ToString(CultureInfo.InvariantCulture),
                Title = $"Talk number {number % Records} about raft",
                Abstract = $"Something on consensus, quorums and number {number}, said at length and with examples.",
                Topics = [$"topic {number % 17}"],
            }
        );
}
