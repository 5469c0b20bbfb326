using Search.Engine.Indexing;
using static Search.Tests.CommandLine.CommandLineRun;

namespace Search.Tests.CommandLine;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();
    private readonly CommandLineRun other = new();

    public BackupCommandTests()
    {
        run.Run(
            "index",
            run.File(
                "talks.jsonl",
                TalkLine("a", "Raft"),
                TalkLine("b", "Paxos"),
                InterviewLine("i", "Raft, asked", "Why?", "Because.")
            )
        );
        File.WriteAllText(Path.Combine(run.Index, "keys.json"), """{"keys":[]}""");
        File.WriteAllText(Path.Combine(run.Index, "synonyms.txt"), "k8s, kubernetes\n");
    }

    private string Backup => Path.Combine(run.Folder, "backup.tar.gz");

    public void Dispose()
    {
        run.Dispose();
        other.Dispose();
    }

    [Fact]
    public void A_backup_restores_the_same_records_into_an_empty_folder()
    {
        var backup = run.Run("backup", Backup);
        Assert.Equal(0, backup.Code);
        Assert.Matches(@": 3 records, \d\.\d MB, read back and whole\.$", Assert.Single(backup.OutputLines));

        var restored = other.Run("restore", Backup);

        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.StartsWith("Serving gen-000001 with 3 records, as of ", restored.Output, StringComparison.Ordinal);
        Assert.Equal(run.Run("export").Output, other.Run("export").Output);
        Assert.Equal(run.Run("sources", "list").Output, other.Run("sources", "list").Output);
        Assert.Equal(0, other.Run("check").Code);
        Assert.True(File.Exists(Path.Combine(other.Index, "synonyms.txt")));
        Assert.False(File.Exists(Path.Combine(other.Index, "keys.json")));
    }

    [Fact]
    public void Keys_come_along_only_when_asked_for_and_never_over_others_unasked()
    {
        run.Run("backup", Backup, "--with-keys");
        Assert.EndsWith(
            "The keys are those of the backup.",
            other.Run("restore", Backup).OutputLines[0],
            StringComparison.Ordinal
        );
        var keys = Path.Combine(other.Index, "keys.json");
        File.WriteAllText(keys, "mine");
        other.Run("restore", Backup, "--force");
        Assert.Equal("mine", File.ReadAllText(keys));
        other.Run("restore", Backup, "--force", "--with-keys");
        Assert.Equal("""{"keys":[]}""", File.ReadAllText(keys));
    }

    [Fact]
    public void An_index_that_is_there_is_replaced_only_by_force_and_kept()
    {
        run.Run("backup", Backup);
        other.Run("index", other.File("c.jsonl", TalkLine("c", "Zab")));
        var refused = other.Run("restore", Backup);
        Assert.Equal(3, refused.Code);
        Assert.Contains("--force", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(TalkLine("c", "Zab"), Assert.Single(other.Run("export").OutputLines));

        Assert.Equal(0, other.Run("restore", Backup, "--force").Code);
        Assert.Equal(3, other.Run("export").OutputLines.Count);
        Assert.Contains("It is as it was", other.Run("rollback").Output, StringComparison.Ordinal);
        Assert.Equal(TalkLine("c", "Zab"), Assert.Single(other.Run("export").OutputLines));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.6)]
    [InlineData(0.99)]
    public void A_damaged_backup_changes_nothing(double place)
    {
        run.Run("backup", Backup);
        var bytes = File.ReadAllBytes(Backup);
        bytes[(int)(bytes.Length * place)] ^= 0x20;
        File.WriteAllBytes(Backup, bytes);
        AssertNotRestored();
    }

    [Fact]
    public void A_backup_that_breaks_off_changes_nothing()
    {
        run.Run("backup", Backup);
        var bytes = File.ReadAllBytes(Backup);
        File.WriteAllBytes(Backup, bytes[..(bytes.Length / 2)]);
        AssertNotRestored();
        File.WriteAllText(Backup, "no backup at all");
        AssertNotRestored();
    }

    [Fact]
    public void A_backup_replaces_an_older_one_and_no_other_file()
    {
        Assert.Equal((0, 0), (run.Run("backup", Backup).Code, run.Run("backup", Backup).Code));
        var mine = run.File("mine.txt", "important");
        Assert.Equal(3, run.Run("backup", mine).Code);
        Assert.Equal("important\n", File.ReadAllText(mine));
        Assert.Empty(Directory.GetFiles(run.Folder, "*.new"));
    }

    [Fact]
    public void A_damaged_index_is_not_backed_up()
    {
        var file = Directory.GetFiles(Path.Combine(run.Index, "gen-000001"), "*.doc")[0];
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        var outcome = run.Run("backup", Backup);
        Assert.Equal(3, outcome.Code);
        Assert.Contains(Path.GetFileName(file), outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Backup));
    }

    [Fact]
    public void A_backup_is_taken_while_somebody_writes()
    {
        using var session = new IndexSession(new IndexOptions { Path = run.Index });
        session.Remove(["b"]);
        Assert.Equal(0, run.Run("backup", Backup).Code);
        Assert.Equal(0, other.Run("restore", Backup).Code);
        Assert.Equal(2, other.Run("export").OutputLines.Count);
    }

    private void AssertNotRestored()
    {
        var outcome = other.Run("restore", Backup);
        Assert.Equal(3, outcome.Code);
        Assert.Single(outcome.ErrorLines);
        Assert.DoesNotContain(Directory.GetDirectories(other.Index), _ => true);
        Assert.False(File.Exists(Path.Combine(other.Index, "CURRENT")));
    }
}
