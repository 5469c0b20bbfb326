using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.Watching;

/// <summary>A source too large to be read as a whole for each change: only what changed is.</summary>
public sealed class LargeSourceTests : IDisposable
{
    private static readonly string Filler = new('x', 1_000);

    private readonly WatchRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Only_the_changed_file_is_read_and_only_its_records_go()
    {
        Fill();
        await run.StartAsync();

        run.Write("small.jsonl", TalkLine("s2", "Paxos"), TalkLine("s3", "Zab"));

        var news = await run.SaidAsync(said => said.Files.Count == 1);
        Assert.Equal((2, 1, 2), (news.Summary!.Read, news.Summary.Removed, news.Summary.Added));
        Assert.Equal(9_002, run.Ids().Count);
    }

    [Fact]
    public async Task All_is_read_when_an_id_stands_in_another_file_too()
    {
        Fill();
        await run.StartAsync();

        run.Write("small.jsonl", TalkLine("s1", "Raft"), TalkLine("t00007", "Also in the large one"));

        var news = await run.SaidAsync(said => said.Files.Count == 1);
        Assert.Equal((9_002, 1), (news.Summary!.Read, news.Summary.RefusedCount));
        Assert.StartsWith("Title 7 ", run.TitleOf("t00007"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_that_move_from_file_to_file_stay()
    {
        Fill();
        await run.StartAsync();

        File.Move(Path.Combine(run.Talks, "small.jsonl"), Path.Combine(run.Talks, "moved.jsonl"));

        var news = await run.SaidAsync(said =>
            said.Files.Any(file => file.EndsWith(" (gone)", StringComparison.Ordinal))
        );
        Assert.Equal((1, 1, 0), (news.Summary!.Read, news.Summary.Unchanged, news.Summary.Removed));
    }

    private void Fill()
    {
        var lines = Enumerable
            .Range(0, 9_000)
            .Select(number => TalkLine($"t{number:00000}", $"Title {number} {Filler}"));
        run.Write("large.jsonl", [.. lines]);
        run.Write("small.jsonl", TalkLine("s1", "Raft"));
    }
}
