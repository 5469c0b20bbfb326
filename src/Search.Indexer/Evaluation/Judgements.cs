using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Indexer.Evaluation;

/// <summary>A query with the grades of the documents that were judged for it.</summary>
/// <param name="Id">As in the files.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Grades">Grade by document id; 0 and less means judged and not relevant.</param>
internal sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Grades);

/// <summary>Reads the files of a judged test collection, gzipped or not.</summary>
internal static class Judgements
{
    /// <summary>
    /// Queries as lines of <c>{"id","text"}</c>; grades as lines of query, document, grade (or TREC's four columns), parted by
    /// white space. Queries without a relevant document are left out, as trec_eval does.
    /// </summary>
    /// <exception cref="SourceException">A file cannot be read; the message names the line.</exception>
    public static IReadOnlyList<JudgedQuery> Read(string queriesPath, string gradesPath)
    {
        var grades = ReadGrades(gradesPath);
        var queries = new List<JudgedQuery>();
        foreach (var (number, line) in Lines(queriesPath))
        {
            var (id, text) = ReadQuery(queriesPath, number, line);
            if (grades.TryGetValue(id, out var judged) && judged.Values.Any(grade => grade > 0))
                queries.Add(new JudgedQuery(id, text, judged));
        }
        return queries;
    }

    /// <summary>Documents as lines of <c>{"id","title"?,"text"?}</c>, as talks. Empty ones count as present.</summary>
    /// <exception cref="SourceException">The file cannot be read; the message names the line.</exception>
    public static IEnumerable<ImportItem> ReadDocuments(string path)
    {
        foreach (var (number, line) in Lines(path))
        {
            using var json = ParseLine(path, number, line);
            var talk = new Talk
            {
                Id = Text(json, "id") ?? throw new SourceException(path, At(number, "has no id")),
                Title = Text(json, "title") ?? "",
                Abstract = Text(json, "text"),
            };
            yield return new ImportedRecord(new SourcePosition(path, number), talk);
        }
    }

    private static (string Id, string Text) ReadQuery(string path, int number, string line)
    {
        using var json = ParseLine(path, number, line);
        if (Text(json, "id") is not { } id || Text(json, "text") is not { } text)
            throw new SourceException(path, At(number, "needs an id and a text"));
        return (id, text);
    }

    private static Dictionary<string, Dictionary<string, int>> ReadGrades(string path)
    {
        var byQuery = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (number, line) in Lines(path))
        {
            var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (
                columns.Length is not (3 or 4)
                || !int.TryParse(
                    columns[^1],
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var grade
                )
            )
            {
                throw new SourceException(path, At(number, "is no query, document and grade"));
            }
            if (!byQuery.TryGetValue(columns[0], out var grades))
                byQuery[columns[0]] = grades = new Dictionary<string, int>(StringComparer.Ordinal);
            grades[columns[^2]] = grade;
        }
        return byQuery;
    }

    private static JsonDocument ParseLine(string path, int number, string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new SourceException(path, At(number, "is no JSON"), e);
        }
    }

    private static string? Text(JsonDocument json, string member) =>
        json.RootElement.ValueKind == JsonValueKind.Object
        && json.RootElement.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string At(int line, string fault) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line} {fault}");

    private static IEnumerable<(int Number, string Line)> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, line);
        }
    }

    private static Stream Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, "cannot be read", e);
        }
    }
}
