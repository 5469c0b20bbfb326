using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary>
/// Processes that are killed while generations are made and swapped. The long run is a command of Search.Benchmarks.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Talks = 500;

    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("rebuild")]
    [InlineData("rollback")]
    [InlineData("backup")]
    public async Task A_kill_at_any_moment_leaves_every_record_and_the_next_writer_tidies_up(string command)
    {
        run.Run(
            "index",
            run.File("talks.jsonl", Enumerable.Range(1, Talks).Select(n => TalkLine($"t{n}", $"Talk {n}")))
        );
        run.Run("rebuild");
        var random = new Random(7);
        string[] file = command == "backup" ? [Path.Combine(run.Folder, "b.tar.gz")] : [];
        for (var round = 0; round < 5; round++)
        {
            using var process = Start(run.Folder, [command, .. file, "--index", run.Index]);
            await Task.Delay(random.Next(150, 700), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            using var engine = new SearchEngine(new IndexOptions { Path = run.Index });
            Assert.Equal((IndexAvailability.Ready, Talks), (engine.State.Availability, engine.Stats().Talks));
        }
        Assert.Equal(0, run.Run([command, .. file]).Code);
        Assert.True(
            IndexCheck.Run(new IndexOptions { Path = run.Index }, TestContext.Current.CancellationToken).IsSound
        );
        Assert.InRange(Directory.GetDirectories(run.Index).Length, 1, 2);
    }
}
