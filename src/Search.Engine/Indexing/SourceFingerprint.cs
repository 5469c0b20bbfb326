using System.Globalization;
using Lucene.Net.Index;

namespace Search.Engine.Indexing;

/// <summary>What the index holds of one source, in a few characters: equal means, the same records in the same form.</summary>
public static class SourceFingerprint
{
    /// <summary>The number of records, a colon, and a sum of their hashes; <c>0:0</c> when there is no index.</summary>
    /// <exception cref="IndexUnavailableException">The index is damaged or of another schema.</exception>
    public static string Of(IndexOptions options, string source)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new IndexFolder(options.Path);
        if (folder.Current() is not { } generation)
            return "0:0";
        try
        {
            using var directory = folder.Open(generation);
            IndexSchema.Check(folder, directory, generation);
            using var reader = DirectoryReader.Open(directory);
            return Of(new RecordLookup(reader), source);
        }
        catch (Exception e) when (IndexSchema.IsDamage(e))
        {
            throw folder.Damaged(e.Message, generation, e);
        }
    }

    // Records come in any order, so their hashes are added up; a hash covers the id.
    private static string Of(RecordLookup records, string source)
    {
        var (count, sum) = (0, 0L);
        foreach (var head in records.Heads(new Term(IndexFields.Source, source)))
            (count, sum) = (count + 1, unchecked(sum + head.Hash));
        return string.Create(CultureInfo.InvariantCulture, $"{count}:{sum:x}");
    }
}
