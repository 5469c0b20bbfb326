using Search.Engine.Indexing;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.Watching;

/// <summary>Real files, changed in the ways in which programs change them. Each test ends as soon as the index is right.</summary>
public sealed class SourceWatchTests : IDisposable
{
    private readonly WatchRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task What_is_there_goes_in_and_what_comes_later_too()
    {
        run.Write("a.jsonl", TalkLine("a", "Raft"));
        await run.StartAsync();
        Assert.Equal(["a"], run.Ids());

        run.Write("b.jsonl", TalkLine("b", "Paxos"));

        await run.HasAsync("a", "b");
    }

    [Fact]
    public async Task A_changed_file_is_updated_and_its_lost_records_go()
    {
        var path = run.Write("a.jsonl", TalkLine("a", "Raft"), TalkLine("b", "Paxos"));
        run.Write("c.jsonl", TalkLine("c", "Zab"));
        await run.StartAsync();

        run.Write("a.jsonl", TalkLine("a", "Raft, revised"));

        await run.HasAsync("a", "c");
        Assert.Equal("Raft, revised", run.TitleOf("a"));
        var news = await run.SaidAsync(said => said.Summary is { Updated: 1 });
        Assert.StartsWith($"{path}: 1 updated, 1 removed, 1 unchanged (", news.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_file_takes_its_records_along_also_the_last_one()
    {
        var first = run.Write("a.jsonl", TalkLine("a", "Raft"));
        var second = run.Write("b.jsonl", TalkLine("b", "Paxos"));
        await run.StartAsync();

        File.Delete(first);
        await run.HasAsync("b");
        File.Delete(second);

        await run.HasAsync();
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_records_throughout()
    {
        var path = run.Write("a.jsonl", TalkLine("a", "Raft"));
        await run.StartAsync();

        File.Move(path, Path.Combine(run.Talks, "renamed.jsonl"));

        var news = await run.SaidAsync(said => said.Files.Count == 2);
        Assert.Equal((0, 1, 0), (news.Summary!.Removed, news.Summary.Unchanged, news.Summary.Added));
    }

    [Fact]
    public async Task A_file_that_is_moved_into_place_is_read_though_it_is_as_long_and_as_old()
    {
        var path = run.Write("a.jsonl", TalkLine("a", "Raft"));
        await run.StartAsync();
        var saved = run.Write("a.jsonl.tmp", TalkLine("a", "Tfar"));
        File.SetLastWriteTimeUtc(saved, File.GetLastWriteTimeUtc(path));

        File.Move(saved, path, overwrite: true);

        await run.SaidAsync(said => said.Summary is { Updated: 1 });
        Assert.Equal("Tfar", run.TitleOf("a"));
    }

    [Fact]
    public async Task What_editors_leave_behind_is_passed_over()
    {
        run.Write("a.jsonl", TalkLine("a", "Raft"));
        await run.StartAsync();

        foreach (
            var name in new[] { ".a.jsonl.swp", "a.jsonl~", "4913", "#a.jsonl#", ".#a.jsonl", "a.jsonl.bak", "sedX1" }
        )
            run.Write(name, TalkLine(name.Replace("#", "", StringComparison.Ordinal), "Left behind"));

        await run.PassAsync();
        Assert.Equal(["a"], run.Ids());
    }

    [Fact]
    public async Task Folders_that_come_later_are_followed_too()
    {
        await run.StartAsync();
        for (var number = 0; number < 40; number++)
            run.Write($"deep{number}/er/{number}.jsonl", TalkLine($"t{number:00}", "Raft"));
        await run.HasAsync([.. Enumerable.Range(0, 40).Select(number => $"t{number:00}")]);

        Directory.Move(Path.Combine(run.Talks, "deep7"), run["elsewhere"]);
        run.Write("deep8/er/8.jsonl", TalkLine("t08", "Raft"), TalkLine("t08b", "Paxos"));

        await run.SaidAsync(said => said.Summary is { Removed: 1, Added: 1 });
        Assert.Equal(40, run.Ids().Count);
    }

    [Fact]
    public async Task Half_a_file_changes_nothing_and_the_whole_one_goes_in()
    {
        run.Write("a.jsonl", TalkLine("a", "Raft"), TalkLine("b", "Paxos"));
        await run.StartAsync();

        var path = run.WriteText("a.jsonl", TalkLine("a", "Raft, revised") + "\n" + TalkLine("b", "Pa")[..^12]);
        var news = await run.SaidAsync(said => said.Trouble is not null);
        Assert.StartsWith($"{path}: is not imported: line 2 breaks off", news.ToString(), StringComparison.Ordinal);
        Assert.Equal("Raft", run.TitleOf("a"));

        run.Write("a.jsonl", TalkLine("a", "Raft, revised"), TalkLine("b", "Paxos, revised"));

        await run.SaidAsync(said => said.Summary is { Updated: 2 });
    }

    [Fact]
    public async Task An_emptied_file_keeps_its_records_until_it_says_something_again()
    {
        run.Write("a.jsonl", TalkLine("a", "Raft"));
        await run.StartAsync();

        run.Write("a.jsonl");

        await run.SaidAsync(said => said.Trouble is not null);
        Assert.Equal(["a"], run.Ids());
    }

    [Fact]
    public async Task A_file_that_a_program_still_writes_is_left_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells who has a file open for writing.");
        await run.StartAsync();
        await using (var slow = new StreamWriter(Path.Combine(run.Talks, "slow.jsonl")))
        {
            await slow.WriteLineAsync(TalkLine("one", "Raft"));
            await slow.FlushAsync(TestContext.Current.CancellationToken);
            var marker = run.Write("later.jsonl", TalkLine("later", "Zab"));
            await run.HasAsync("later");
            File.Delete(marker);
            await slow.WriteLineAsync(TalkLine("two", "Paxos"));
        }

        await run.HasAsync("one", "two");
        var news = await run.SaidAsync(said =>
            said.Files.Any(file => file.EndsWith("slow.jsonl", StringComparison.Ordinal))
        );
        Assert.Equal(2, news.Summary!.Added);
    }

    [Fact]
    public async Task A_single_file_is_followed_through_deletion_and_return()
    {
        var path = run.Write("one.jsonl", TalkLine("a", "Raft"));
        await run.StartAsync(path);
        run.Write("other.jsonl", TalkLine("b", "Not watched"));

        File.Delete(path);
        await run.HasAsync();
        run.Write("one.jsonl", TalkLine("c", "Zab"));

        await run.HasAsync("c");
    }

    [Fact]
    public async Task A_folder_that_is_gone_as_a_whole_keeps_its_records_and_is_followed_when_it_is_back()
    {
        run.Write("a.jsonl", TalkLine("a", "Raft"));
        await run.StartAsync();

        Directory.Move(run.Talks, run["away"]);
        var news = await run.SaidAsync(said => said.Trouble is not null);
        Assert.Contains("is not there. Its records stay", news.ToString(), StringComparison.Ordinal);
        Assert.Equal(["a"], run.Ids());

        run.Write("b.jsonl", TalkLine("b", "Paxos"));

        await run.HasAsync("b");
    }

    [Fact]
    public async Task An_id_that_stands_in_two_files_goes_on_with_the_other()
    {
        var first = run.Write("1.jsonl", TalkLine("a", "From the first"));
        run.Write("2.jsonl", TalkLine("a", "From the second"));
        await run.StartAsync();
        Assert.Equal("From the first", run.TitleOf("a"));

        File.Delete(first);

        await run.SaidAsync(said => said.Summary is { Updated: 1 });
        Assert.Equal("From the second", run.TitleOf("a"));
    }

    [Fact]
    public async Task What_went_while_nobody_watched_goes_at_the_start()
    {
        run.Write("a.jsonl", TalkLine("a", "Raft"));
        using (var session = new IndexSession(run.Index))
        {
            var old = Collection.Items([Collection.Talk("old", "Gone long ago")]);
            session.Import(
                "watched",
                old,
                new ImportOptions(),
                cancellationToken: TestContext.Current.CancellationToken
            );
        }

        await run.StartAsync();

        Assert.Equal(["a"], run.Ids());
    }

    [Fact]
    public async Task While_another_program_writes_it_waits_and_says_so()
    {
        await run.StartAsync();
        using (var other = new IndexSession(run.Index, "the other"))
        {
            run.Write("a.jsonl", TalkLine("a", "Raft"));
            var news = await run.SaidAsync(said => said.Trouble is not null);
            Assert.StartsWith("watched: waits. Another program is writing", news.ToString(), StringComparison.Ordinal);
        }

        await run.HasAsync("a");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_file_that_may_not_be_read_is_read_once_it_may()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Whoever may do all may read it.");
        var path = run.Write("a.jsonl", TalkLine("a", "Raft"));
        File.SetUnixFileMode(path, UnixFileMode.None);
        await run.StartAsync();
        await run.SaidAsync(said => said.Trouble?.Contains("access is denied", StringComparison.Ordinal) == true);

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await run.HasAsync("a");
    }
}
