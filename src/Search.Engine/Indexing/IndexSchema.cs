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
    /// <summary>
    /// Goes up when what an older program wrote can no longer be read and searched: another <see cref="StoredForm"/>, other
    /// columns. What only changes terms or adds to them is seen by <see cref="TermsHash"/>.
    /// </summary>
    public const int Version = 2;

    /// <summary>Under which the schema stands in a commit's user data.</summary>
    public const string VersionKey = "schema";

    /// <summary>Under which the time of the commit stands there.</summary>
    public const string TimeKey = "time";

    /// <summary>
    /// Under which the number of the commit stands there: it rises with every commit of a generation, so that what was
    /// noted beside the index can be told to have been committed or not.
    /// </summary>
    public const string SequenceKey = "sequence";

    /// <summary>Under which the generation stands there that this one was rebuilt from.</summary>
    public const string OriginKey = "origin";

    /// <summary>What this program writes: the version, a dot, the hash of what decides terms; such as <c>2.9f3c21aa</c>.</summary>
    public static string Current { get; } =
        string.Create(CultureInfo.InvariantCulture, $"{Version}.{TermsHash.Compute()}");

    /// <summary>
    /// The schema of a generation's newest commit. One of this version but with other terms is searched, and written in its own
    /// schema, until it is rebuilt.
    /// </summary>
    /// <exception cref="IndexUnavailableException">It was written by another version.</exception>
    public static string Check(IndexFolder folder, Lucene.Net.Store.Directory directory, string generation)
    {
        var commit = new SegmentInfos();
        commit.Read(directory);
        commit.UserData.TryGetValue(VersionKey, out var found);
        if (VersionOf(found) == Version)
            return found ?? "";
        var message =
            $"The index in {folder.Path} has schema {found ?? "unknown"}; this program reads and writes schema {Current}. "
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
        && e is not LockObtainFailedException
        && !DiskFull.Is(e);

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

    private static int? VersionOf(string? schema) =>
        schema?.Split('.') is [var version, _]
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
