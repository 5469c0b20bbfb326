using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Engine.Indexing;

namespace Search.Engine.Insights;

/// <summary>
/// Counts of queries by day, in the folder <c>queries</c> beside <c>CURRENT</c>: one file a day. Several programs may add to
/// them at the same time.
/// </summary>
/// <param name="indexPath">The folder of the index.</param>
internal sealed class QueryCountFolder(string indexPath)
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly string folder = Path.Combine(indexPath, "queries");

    /// <summary>Adds what was counted, and forgets days before <paramref name="oldest"/>.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Add(QueryDay counted, int mostQueries, DateOnly oldest)
    {
        Directory.CreateDirectory(folder);
        using var alone = WaitForOthers();
        Write((Read(counted.Day) ?? QueryDay.Empty(counted.Day)).Plus(counted, mostQueries));
        foreach (var day in Days().Where(day => day < oldest).ToList())
            File.Delete(FileOf(day));
    }

    /// <summary>The days from the first to the last, both included, that have counts.</summary>
    public IEnumerable<QueryDay> Read(DateOnly first, DateOnly last) =>
        Days().Where(day => day >= first && day <= last).Order().Select(Read).OfType<QueryDay>();

    /// <summary>Takes out every query for which <paramref name="isUnwanted"/> holds; gives how many there were.</summary>
    public int Remove(Func<string, bool> isUnwanted)
    {
        if (!Directory.Exists(folder))
            return 0;
        using var alone = WaitForOthers();
        var removed = 0;
        foreach (var day in Days().Select(Read).OfType<QueryDay>().ToList())
        {
            var kept = day.Queries.Where(count => !isUnwanted(count.Text)).ToList();
            removed += day.Queries.Count - kept.Count;
            if (kept.Count < day.Queries.Count)
                Write(day with { Queries = kept });
        }
        return removed;
    }

    private void Write(QueryDay day) =>
        DurableFile.Replace(FileOf(day.Day), JsonSerializer.SerializeToUtf8Bytes(day, QueryDayJson.Default.QueryDay));

    // What is damaged is put aside: counts are not worth a failure.
    private QueryDay? Read(DateOnly day)
    {
        var file = FileOf(day);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), QueryDayJson.Default.QueryDay);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            File.Move(file, file + ".damaged", overwrite: true);
            return null;
        }
    }

    private IEnumerable<DateOnly> Days()
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (DateOnly.TryParseExact(name, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                yield return day;
        }
    }

    private string FileOf(DateOnly day) =>
        Path.Combine(folder, day.ToString(DayFormat, CultureInfo.InvariantCulture) + ".json");

    private FileStream WaitForOthers()
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(folder, "lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.Write,
                    FileShare.None
                );
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(start) < LongestWait)
            {
                Thread.Sleep(20);
            }
        }
    }
}

/// <summary>Reads and writes the files.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(QueryDay))]
internal sealed partial class QueryDayJson : JsonSerializerContext;
