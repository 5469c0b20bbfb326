using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Search.Engine.Analysis;
using Search.Engine.Indexing;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Engine.Generations;

/// <summary>Looks whether a generation is whole: its files by their checksums, its structures, its records by their hashes.</summary>
internal static class GenerationCheck
{
    private const int MostDamageTold = 20;

    /// <summary>Everything; reads all files twice.</summary>
    public static GenerationReport Run(
        IndexFolder folder,
        string generation,
        CancellationToken cancellationToken = default
    )
    {
        var report = Checksums(folder, generation, cancellationToken);
        if (report.Damage.Count > 0)
            return report;
        using var directory = folder.Open(generation);
        var damage = new List<string>();
        try
        {
            CheckStructures(directory, damage);
            if (damage.Count == 0)
                report = report with { Records = CheckRecords(directory, report.Schema, damage, cancellationToken) };
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            damage.Add(e.Message);
        }
        return report with { Damage = damage };
    }

    /// <summary>Only the files, by the checksums that Lucene wrote at their ends.</summary>
    public static GenerationReport Checksums(
        IndexFolder folder,
        string generation,
        CancellationToken cancellationToken = default
    )
    {
        var report = new GenerationReport(generation, folder.SizeBytes(generation));
        using var directory = folder.Open(generation);
        var commit = new SegmentInfos();
        try
        {
            commit.Read(directory);
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            return report with { Damage = [$"{generation}: its commit cannot be read. {e.Message}"] };
        }
        commit.UserData.TryGetValue(IndexSchema.VersionKey, out var schema);
        var damage = new List<string>();
        foreach (var file in commit.GetFiles(directory, includeSegmentsFile: true).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (damage.Count < MostDamageTold && Fault(directory, file) is { } fault)
                damage.Add($"{generation}/{file} {fault}");
        }
        return report with { Schema = schema, Damage = damage };
    }

    /// <summary>The id of a record that its title's words do not lead to; null when the one looked at is found.</summary>
    public static string? FindUnfindable(DirectoryReader reader)
    {
        using var analysis = new TextAnalysis();
        foreach (var head in new RecordLookup(reader).AllHeads())
        {
            var words = analysis.Tokenize(head.Read().Title);
            if (words.Count == 0)
                continue;
            var query = new TermQuery(new Term(IndexFields.TitleExact, words[0].Exact));
            return new IndexSearcher(reader).Search(query, 1).TotalHits == 0 ? head.Id : null;
        }
        return null;
    }

    private static string? Fault(LuceneDirectory directory, string file)
    {
        try
        {
            using var input = directory.OpenInput(file, IOContext.READ_ONCE);
            if (input.Length < CodecUtil.FooterLength())
                return "is cut short.";
            CodecUtil.ChecksumEntireFile(input);
            return null;
        }
        catch (FileNotFoundException)
        {
            return "is missing.";
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            return $"is damaged: {e.Message}";
        }
    }

    private static void CheckStructures(LuceneDirectory directory, List<string> damage)
    {
        using var details = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var status = new CheckIndex(directory) { InfoStream = details }.DoCheckIndex();
        if (status.Clean)
            return;
        damage.AddRange(
            details
                .ToString()
                .Split('\n')
                .Where(line => line.Contains("Exception", StringComparison.Ordinal))
                .Select(line => line.Trim())
                .Take(MostDamageTold)
        );
        if (damage.Count == 0)
            damage.Add($"{status.NumBadSegments} segments are damaged.");
    }

    private static int CheckRecords(
        LuceneDirectory directory,
        string? schema,
        List<string> damage,
        CancellationToken cancellationToken
    )
    {
        var count = 0;
        using var reader = DirectoryReader.Open(directory);
        foreach (var head in new RecordLookup(reader).AllHeads())
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            // Another program may write the same record in other bytes.
            if (schema != IndexSchema.Current || damage.Count >= MostDamageTold)
                continue;
            if (RecordBlock.HashOf(head.ReadWhole()) != head.Hash)
                damage.Add($"The record {head.Id} is not what was written: its hash differs.");
        }
        return count;
    }
}

/// <summary>What was found of a generation.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="SizeBytes">On disk.</param>
public sealed record GenerationReport(string Name, long SizeBytes)
{
    /// <summary>Whether it is live, kept, or left behind.</summary>
    public GenerationRole Role { get; init; }

    /// <summary>Talks and interviews in it; null when they were not counted.</summary>
    public int? Records { get; init; }

    /// <summary>The schema that it was written in; null when it cannot be read.</summary>
    public string? Schema { get; init; }

    /// <summary>What is wrong, each as a sentence that names the file or record; empty when all is well.</summary>
    public IReadOnlyList<string> Damage { get; init; } = [];
}

/// <summary>What a generation is for.</summary>
public enum GenerationRole
{
    /// <summary>It is served.</summary>
    Live,

    /// <summary>It was served before and is kept for a rollback.</summary>
    Kept,

    /// <summary>A killed program left it; the next writer removes it.</summary>
    LeftBehind,
}
