using System.Diagnostics;
using Search.Engine.Backups;
using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Generations;

/// <summary>A disk of its own, small enough to be filled; needs root to mount it.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly bool isMounted;

    public FullDiskTests() =>
        isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.Path);

    private IndexOptions Options => new() { Path = folder["index"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (isMounted)
            Run("umount", "-l", folder.Path);
        folder.Dispose();
    }

    [Fact]
    public void On_a_full_disk_searches_go_on_and_writes_work_again_when_there_is_room()
    {
        Assert.SkipUnless(isMounted, "A small file system could not be mounted: that needs root on Linux.");
        Import(0, 50);
        using var engine = new SearchEngine(Options);
        for (var round = 1; round <= 3; round++)
        {
            var before = engine.Stats().Talks;
            Fill();
            Assert.ThrowsAny<IOException>(() => Import(round * 10_000, 4_000));
            Assert.ThrowsAny<IOException>(Rebuild);
            Assert.ThrowsAny<IOException>(() =>
                IndexBackup.Write(Options, folder["b.tar.gz"], cancellationToken: Cancel)
            );
            engine.Refresh();
            Assert.Equal((IndexAvailability.Ready, before), (engine.State.Availability, engine.Stats().Talks));
            Assert.NotEqual(0, engine.Search(new SearchRequest { Query = "raft" }, Cancel).TotalHits);

            File.Delete(folder["filler"]);
            Import(round * 10_000, 50);
            engine.Refresh();
            Assert.Equal(before + 50, engine.Stats().Talks);
        }
        Rebuild();
        Assert.True(IndexCheck.Run(Options, Cancel).IsSound);
    }

    private void Import(int first, int count)
    {
        using var session = new IndexSession(Options);
        var talks = Enumerable.Range(first, count).Select(n => Talk($"t{n}", $"Raft {n}", $"Some text of talk {n}"));
        session.Import("test", Items(talks), new ImportOptions(), cancellationToken: Cancel);
    }

    private void Rebuild()
    {
        using var session = new IndexSession(Options);
        session.Rebuild(cancellationToken: Cancel);
    }

    private void Fill()
    {
        using var filler = new FileStream(folder["filler"], FileMode.Create);
        var block = new byte[4_096];
        try
        {
            while (true)
            {
                filler.Write(block);
                filler.Flush();
            }
        }
        catch (IOException)
        {
            // Full: that was the aim.
            return;
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start);
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
