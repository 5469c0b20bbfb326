using System.Text;
using Search.Engine.Documents;
using Search.Engine.Forgetting;
using Search.Engine.Indexing;
using Search.Engine.Insights;

namespace Search.Tests.Forgetting;

public sealed class ForgetTests : IDisposable
{
    private static readonly Record[] Records =
    [
        Collection.Talk("alone", "Zarathustrian queues", speakers: ["Zyta Quillfeather"]),
        Collection.Talk("shared", "Two voices", "With Zyta Quillfeather.", ["Zyta Quillfeather", "Ada Kell"]),
        Collection.Interview("int", "On queues", [("Why?", "Because zebrawood.")], ["Zyta Quillfeather", "Ada Kell"]),
        Collection.Interview("asked", "Thanks", [("Who?", "Ask Zyta Quillfeather.")], ["Ada Kell"]),
        Collection.Talk("other", "Nothing to do with it", speakers: ["Ada Kell"]),
    ];

    private readonly Collection collection = new(Records);

    public void Dispose() => collection.Dispose();

    [Fact]
    public void A_person_goes_with_the_own_records_and_leaves_those_of_others_without_the_name()
    {
        var summary = Forget(ForgetTarget.Speaker("zyta quillfeather")!);
        Assert.Equal(["alone", "int"], summary.Removed);
        Assert.Equal(["asked", "shared"], summary.Changed);
        Assert.Equal(["asked", "other", "shared"], collection.Ids("").Order());
        Assert.Empty(collection.Ids("quillfeather", r => r with { CorrectSpelling = false }));
        var shared = (Talk)collection.Engine.Find("shared")!.Record;
        Assert.Equal(["Ada Kell"], shared.Speakers);
        Assert.Equal("With [name removed].", shared.Abstract);
        var asked = (Interview)collection.Engine.Find("asked")!.Record;
        Assert.Equal("Ask [name removed].", asked.Passages[0].Answer);
    }

    [Fact]
    public void A_record_goes_alone()
    {
        var summary = Forget(ForgetTarget.Record("alone"));
        Assert.Equal(["alone"], summary.Removed);
        Assert.Empty(summary.Changed);
        Assert.Null(collection.Engine.Find("alone"));
        Assert.NotNull(collection.Engine.Find("shared"));
    }

    [Fact]
    public void No_byte_of_it_stays_in_the_folder_of_the_index()
    {
        Assert.True(IsOnDisk("uillfeather"));
        Assert.True(IsOnDisk("ebrawood"));
        Forget(ForgetTarget.Speaker("Zyta Quillfeather")!);
        Assert.False(IsOnDisk("uillfeather"));
        Assert.False(IsOnDisk("ebrawood"));
    }

    [Fact]
    public void A_later_import_brings_neither_record_nor_name_back()
    {
        Forget(ForgetTarget.Speaker("Zyta Quillfeather")!);
        Forget(ForgetTarget.Record("other"));
        var summary = collection.Import(Records);
        Assert.Equal((0, 0, 2, 3), (summary.Added, summary.Updated, summary.Unchanged, summary.Forgotten));
        Assert.False(IsOnDisk("uillfeather"));
    }

    [Fact]
    public void Pruning_takes_what_was_forgotten_for_gone()
    {
        Forget(ForgetTarget.Record("other"));
        var summary = collection.Import("test", new ImportOptions { Prune = true }, Records);
        Assert.Equal((0, 1), (summary.Removed, summary.Forgotten));
    }

    [Fact]
    public void What_was_forgotten_by_mistake_may_come_back()
    {
        Forget(ForgetTarget.Record("other"));
        using (var session = new IndexSession(collection.Options))
        {
            Assert.True(session.LiftForgetting(ForgetTarget.Record("other")));
            Assert.False(session.LiftForgetting(ForgetTarget.Record("other")));
        }
        Assert.Equal(1, collection.Import(Records).Added);
    }

    [Fact]
    public void What_is_not_there_yet_can_be_kept_out()
    {
        Forget(ForgetTarget.Record("later"));
        Assert.Equal(1, collection.Import(Collection.Talk("later", "Later")).Forgotten);
    }

    [Fact]
    public void A_dry_run_says_what_it_would_be_and_changes_nothing()
    {
        using (var session = new IndexSession(collection.Options))
            Assert.Equal(2, session.Forget(ForgetTarget.Speaker("Zyta Quillfeather")!, dryRun: true).Removed.Count);
        Assert.Equal(Records.Length, collection.Ids("").Count);
        Assert.False(File.Exists(Path.Combine(collection.Options.Path, ForgottenFile.Name)));
    }

    [Fact]
    public void An_older_generation_forgets_too_and_what_belongs_to_nobody_is_deleted()
    {
        var path = collection.Options.Path;
        Copy(Path.Combine(path, "gen-000001"), Path.Combine(path, "gen-000000"));
        File.WriteAllText(Path.Combine(path, "PREVIOUS"), "gen-000000\n");
        Directory.CreateDirectory(Path.Combine(path, "gen-000099"));
        File.WriteAllText(Path.Combine(path, "gen-000099", "segments_1"), "Quillfeather");
        var summary = Forget(ForgetTarget.Speaker("Zyta Quillfeather")!);
        Assert.Equal(["gen-000000"], summary.Generations);
        Assert.False(Directory.Exists(Path.Combine(path, "gen-000099")));
        Assert.False(IsOnDisk("uillfeather"));
        File.WriteAllText(Path.Combine(path, "CURRENT"), "gen-000000\n");
        Assert.Equal(["asked", "other", "shared"], collection.Ids("").Order());
    }

    [Fact]
    public void A_write_brings_nothing_back_until_forgetting_is_lifted()
    {
        var target = ForgetTarget.Speaker("Zyta Quillfeather")!;
        Forget(target);
        var talk = Collection.Talk("again", "Said again", speakers: ["Zyta Quillfeather"]);
        using var session = new IndexSession(collection.Options);
        var refused = Assert.Single(session.Write([new PutRecord(talk)]));
        Assert.Equal(WriteStatus.Invalid, refused.Status);
        Assert.DoesNotContain("again", collection.Ids(""));
        Assert.True(session.LiftForgetting(target));
        Assert.Equal(WriteStatus.Added, Assert.Single(session.Write([new PutRecord(talk)])).Status);
    }

    [Fact]
    public void Counted_queries_that_name_the_person_go_and_are_not_named_again()
    {
        var statistics = new QueryStatistics(new StatisticsOptions(collection.Options.Path, 90, 100));
        Ask(statistics, "talks of zyta quillfeather");
        Ask(statistics, "paxos");
        statistics.Save(isLast: true);
        Assert.Equal(1, Forget(ForgetTarget.Speaker("Zyta Quillfeather")!).Queries);
        Ask(statistics, "zyta quillfeather interview");
        statistics.Save(isLast: true);
        var day = Assert.Single(statistics.Read(1));
        Assert.Equal(["paxos"], day.Queries.Select(count => count.Text));
        Assert.Equal(3, day.Searches);
    }

    [Fact]
    public void With_a_damaged_list_nothing_is_imported_lest_something_comes_back()
    {
        File.WriteAllText(Path.Combine(collection.Options.Path, ForgottenFile.Name), "{half");
        var refusal = Assert.Throws<IndexUnavailableException>(() => collection.Import(Records));
        Assert.Contains(ForgottenFile.Name, refusal.Message, StringComparison.Ordinal);
    }

    private ForgetSummary Forget(ForgetTarget target)
    {
        using var session = new IndexSession(collection.Options);
        return session.Forget(target);
    }

    private bool IsOnDisk(string text) =>
        Directory
            .EnumerateFiles(collection.Options.Path, "*", SearchOption.AllDirectories)
            .Any(file =>
                Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(text, StringComparison.OrdinalIgnoreCase)
            );

    private static void Ask(QueryStatistics statistics, string query) =>
        statistics.Add(new AskedQuery(query, query, IsLive: false, IsNarrowed: false, 1, TimeSpan.Zero));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
