using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using static Search.Tests.Collection;

namespace Search.Tests.Indexing;

/// <summary>What happens to an index that another version of the program wrote.</summary>
public sealed class IndexSchemaTests : IDisposable
{
    private readonly Collection collection = new(Talk("a", "Raft"));

    public void Dispose() => collection.Dispose();

    [Fact]
    public void Another_table_of_technical_tokens_is_another_schema()
    {
        var table = TechnicalTokens.BuiltIn.Entries;
        var changed = table.Skip(1).Append(table[0] with { Word = table[0].Word + "x" }).ToList();
        Assert.NotEqual(TermsHash.Compute(table), TermsHash.Compute(changed));
        Assert.Equal($"{IndexSchema.Version}.{TermsHash.Compute(table)}", IndexSchema.Current);
    }

    [Fact]
    public void An_index_with_other_terms_is_served_and_says_that_it_needs_a_rebuild()
    {
        Assert.False(collection.Engine.NeedsRebuild);
        WriteSchema(collection, $"{IndexSchema.Version}.00000000");
        using var engine = new SearchEngine(collection.Options);
        Assert.True(engine.NeedsRebuild);
        Assert.Equal(($"{IndexSchema.Version}.00000000", 1), (engine.Stats().SchemaVersion, engine.Stats().Talks));
    }

    [Fact]
    public void A_commit_to_an_index_with_other_terms_does_not_hide_them()
    {
        WriteSchema(collection, $"{IndexSchema.Version}.00000000");
        collection.Import(Talk("b", "Paxos"));
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal(($"{IndexSchema.Version}.00000000", 2), (engine.Stats().SchemaVersion, engine.Stats().Talks));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("999.12345678")]
    [InlineData("nonsense")]
    public void An_index_that_cannot_be_read_is_neither_served_nor_written(string schema)
    {
        WriteSchema(collection, schema);
        using var engine = new SearchEngine(collection.Options);
        Assert.Equal(IndexAvailability.SchemaDiffers, engine.State.Availability);
        Assert.Contains(schema, engine.State.Message, StringComparison.Ordinal);
        Assert.Throws<IndexUnavailableException>(() => new IndexSession(collection.Options));
    }

    [Fact]
    public void Other_numbers_of_the_ranking_are_another_version()
    {
        using var engine = new SearchEngine(collection.Options, new RankingOptions { TitleWeight = 0.3f });
        Assert.NotEqual(collection.Engine.Version(), engine.Version());
        using var same = new SearchEngine(collection.Options, new RankingOptions());
        Assert.Equal(collection.Engine.Version(), same.Version());
    }

    /// <summary>Makes the newest commit say that another program wrote it.</summary>
    internal static void WriteSchema(Collection collection, string schema)
    {
        var current = File.ReadAllText(Path.Combine(collection.Options.Path, "CURRENT")).Trim();
        using var directory = new NIOFSDirectory(Path.Combine(collection.Options.Path, current));
        using var writer = new IndexWriter(
            directory,
            new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, null) { OpenMode = OpenMode.APPEND }
        );
        writer.SetCommitData(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["schema"] = schema,
                ["time"] = "2026-01-01T00:00:00Z",
            }
        );
        writer.Commit();
    }
}
