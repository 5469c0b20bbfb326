using System.Collections.Concurrent;
using System.Globalization;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Searching;

namespace Search.Tests.Searching;

/// <summary>Searches by looking at every record: what the index must agree with, without any of its means but the words.</summary>
internal sealed class NaiveScan : IDisposable
{
    private readonly TextAnalysis analysis = new();
    private readonly ConcurrentDictionary<string, string> stems = [];
    private readonly List<NaiveDocument> documents;
    private readonly Dictionary<string, string> titles;
    private readonly Dictionary<FacetField, HashSet<string>> values;

    public NaiveScan(IReadOnlyList<Record> records)
    {
        documents = [.. records.SelectMany(Documents)];
        titles = records.ToDictionary(record => record.Id, record => record.Title);
        values = Enum.GetValues<FacetField>().ToDictionary(field => field, field => ValuesOfAll(records, field));
    }

    /// <summary>All values that some record has in a field.</summary>
    public IEnumerable<string> Values(FacetField field) => values[field];

    public static IReadOnlyList<string> Values(Record record, FacetField field) =>
        field switch
        {
            FacetField.Kind => [record is Talk ? "talk" : "interview"],
            FacetField.Topic => record.Topics,
            FacetField.Speaker => record.Speakers,
            FacetField.Event => record.Event is null ? [] : [record.Event],
            FacetField.Language => record.Language is null ? [] : [record.Language],
            FacetField.Year => record.Date is { } date ? [date.Year.ToString(CultureInfo.InvariantCulture)] : [],
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

    /// <summary>Whether asking for <paramref name="wanted"/> means a value that stands in a record.</summary>
    public bool Means(FacetField field, string wanted, string value)
    {
        var trimmed = wanted.Trim();
        if (values[field].Contains(trimmed))
            return value == trimmed;
        const CompareOptions ignored = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        return CultureInfo.InvariantCulture.CompareInfo.Compare(value, trimmed, ignored) == 0;
    }

    public bool HasAny(Record record, FacetField field, IEnumerable<string> wanted) =>
        Values(record, field).Any(value => wanted.Any(one => Means(field, one, value)));

    /// <summary>What matches a query: talks, introductions and passages.</summary>
    public IReadOnlyList<NaiveDocument> Matching(Func<IReadOnlySet<string>, bool> matches) =>
        [.. documents.Where(document => matches(document.Stems))];

    /// <summary>The hits among matching documents, each by one name.</summary>
    public HashSet<string> Hits(IEnumerable<NaiveDocument> matching, HitGroup group, Func<Record, bool> passes) =>
        matching
            .Where(document => document.CanBeHit(group) && passes(document.Record))
            .Select(document => NameOf(group, document.Id))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>By what a hit is told from others: the work, the record or the passage that it is.</summary>
    public string NameOf(HitGroup group, string id)
    {
        var recordId = id.Split('#')[0];
        return group switch
        {
            // The records of these tests are one work when they have one title.
            HitGroup.Work => titles[recordId],
            HitGroup.Record => recordId,
            _ => id,
        };
    }

    public string Stem(string word) => stems.GetOrAdd(word, _ => Assert.Single(analysis.Tokenize(word)).Stem);

    public void Dispose() => analysis.Dispose();

    private static HashSet<string> ValuesOfAll(IEnumerable<Record> records, FacetField field) =>
        records.SelectMany(record => Values(record, field)).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<NaiveDocument> Documents(Record record)
    {
        var text = record is Talk talk ? talk.Abstract : ((Interview)record).Intro;
        yield return new NaiveDocument(record, record.Id, StemsOf(record, text));
        foreach (var passage in (record as Interview)?.Passages ?? [])
        {
            var words = StemsOf(record, $"{passage.Question}\n{passage.Answer}");
            yield return new NaiveDocument(record, $"{record.Id}#{passage.Number}", words);
        }
    }

    private HashSet<string> StemsOf(Record record, string? text)
    {
        string[] texts = [record.Title, text ?? "", .. record.Speakers, .. record.Topics];
        return texts.SelectMany(analysis.Tokenize).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>A talk, the head of an interview, or a passage.</summary>
internal sealed record NaiveDocument(Record Record, string Id, IReadOnlySet<string> Stems)
{
    public bool CanBeHit(HitGroup group) =>
        group switch
        {
            HitGroup.Passage => Record is Talk || Id != Record.Id,
            HitGroup.Answer => Id != Record.Id,
            _ => true,
        };
}
