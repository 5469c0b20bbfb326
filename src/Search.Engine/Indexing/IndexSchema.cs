using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Engine.Analysis;

namespace Search.Engine.Indexing;

/// <summary>What writer and reader of an index must agree on.</summary>
internal static class IndexSchema
{
    /// <summary>Goes up with every change of fields, analysis or norms; an index of another version is not searched.</summary>
    public const int Version = 1;

    /// <summary>Under which the version stands in a commit's user data.</summary>
    public const string VersionKey = "schema";

    /// <summary>Under which the time of the commit stands there.</summary>
    public const string TimeKey = "time";

    /// <summary>
    /// Under which the number of the commit stands there: it rises with every commit of a generation, so that what was
    /// noted beside the index can be told to have been committed or not.
    /// </summary>
    public const string SequenceKey = "sequence";

    /// <summary>Refuses an index that this version cannot read.</summary>
    /// <exception cref="IndexUnavailableException">It was written by another version.</exception>
    public static void Check(IndexFolder folder, Lucene.Net.Store.Directory directory, string generation)
    {
        var commit = new SegmentInfos();
        commit.Read(directory);
        commit.UserData.TryGetValue(VersionKey, out var found);
        if (found == Version.ToString(CultureInfo.InvariantCulture))
            return;
        var message =
            $"The index in {folder.Path} has schema {found ?? "unknown"}; this program reads and writes schema {Version}. "
            + "Delete the folder and index the sources again, or use the program that wrote it.";
        throw new IndexUnavailableException(new IndexState(IndexAvailability.SchemaDiffers, message, generation));
    }

    /// <summary>Whether an exception means that files of the index are damaged or missing.</summary>
    public static bool IsDamage(Exception e) =>
        e
            is IOException
                or UnauthorizedAccessException
                or ArgumentException
                or IndexOutOfRangeException
                or OverflowException
        && e is not LockObtainFailedException;

    /// <summary>The analyzer of every field with words.</summary>
    public static Analyzer CreateAnalyzer()
    {
        var stemmed = new TextAnalyzer(TokenForm.Stem);
        var byField = new Dictionary<string, Analyzer>(StringComparer.Ordinal)
        {
            [IndexFields.All] = stemmed,
            [IndexFields.Title] = stemmed,
        };
        return new PerFieldAnalyzerWrapper(new TextAnalyzer(TokenForm.Exact), byField);
    }
}
