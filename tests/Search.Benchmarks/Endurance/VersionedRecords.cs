using System.Globalization;
using Search.Engine.Documents;
using Search.Engine.Sources;

namespace Search.Benchmarks.Endurance;

/// <summary>Interviews that hold one version number in every part, so that a half-applied one shows.</summary>
internal static class VersionedRecords
{
    private const int Passages = 4;

    public static ImportItem Item(string id, int version)
    {
        var text = version.ToString(CultureInfo.InvariantCulture);
        var record = new Interview
        {
            Id = id,
            Title = text,
            Intro = text,
            Passages = [.. Enumerable.Range(1, Passages).Select(n => new Passage(n, text, $"{text} durable answer"))],
        };
        return new ImportedRecord(new SourcePosition("round", 1), record);
    }

    /// <summary>The version; null when the parts do not agree.</summary>
    public static int? VersionOf(Record record)
    {
        var isWhole =
            record is Interview interview
            && interview.Passages.Count == Passages
            && interview.Intro == record.Title
            && interview.Passages.All(passage => passage.Question == record.Title);
        return isWhole ? int.Parse(record.Title, CultureInfo.InvariantCulture) : null;
    }
}
