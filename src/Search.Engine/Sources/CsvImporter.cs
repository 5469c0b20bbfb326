using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>
/// A table with a heading row: separated by commas, semicolons, tabs or bars, as spreadsheets and call-for-papers tools
/// write it. A row is a talk; rows with a question and an answer are interviews, one for each title (or id) in a run of rows.
/// Ids are those of the table, else SOURCE/TITLE-SLUG. Streams: holds one row, or one interview.
/// </summary>
public sealed class CsvImporter : IImporter
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv"];

    /// <summary>By headings that are understood: a title or a question, and another; or by the name and a title.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Start.Contains('\0') || sample.Start.AsSpan().TrimStart() is ['{' or '[' or '<', ..])
            return false;
        var columns = Headings(sample.Start).Columns;
        var isNamed = Extensions.Any(end => sample.Path.Contains(end, StringComparison.OrdinalIgnoreCase));
        return IsTable(columns) && (isNamed || columns.Count >= 2);
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var sample = file.Sample();
        using var source = SourceText.Open(file);
        var (separator, columns, skipped) = Headings(sample.Start);
        if (!IsTable(columns))
        {
            yield return RefusedRecord.OfRest(
                new(file.Path, 1),
                "has no heading row with a column \"title\" (or \"question\" and \"answer\")"
            );
            yield break;
        }
        var table = new CsvTable(file, columns);
        foreach (var item in Items(file, table, new CsvReader(source.Reader, separator), skipped, cancellationToken))
            yield return item;
        if (source.Note is not null)
            yield return new SourceNote(new(file.Path, 0), source.Note);
        if (table.IsEmpty)
            yield return RefusedRecord.OfRest(new(file.Path, 0), "has no rows below its headings");
    }

    private static IEnumerable<ImportItem> Items(
        SourceFile file,
        CsvTable table,
        CsvReader reader,
        int skipped,
        CancellationToken cancellationToken
    )
    {
        using var rows = reader.Rows(cancellationToken).GetEnumerator();
        while (true)
        {
            ImportItem? end = null;
            try
            {
                if (!rows.MoveNext())
                    break;
            }
            catch (InvalidDataException)
            {
                end = RefusedRecord.OfRest(
                    new(file.Path, 0),
                    "the compressed data is damaged or breaks off; the rows before that are in"
                );
            }
            catch (IOException fault)
            {
                end = RefusedRecord.OfRest(
                    new(file.Path, 0),
                    $"cannot be read any further: {fault.Message}; the rows before that are in"
                );
            }
            if (end is not null)
            {
                foreach (var item in table.Finish())
                    yield return item;
                yield return end;
                yield break;
            }
            if (skipped-- > 0)
                continue;
            foreach (var item in table.Add(rows.Current))
                yield return item;
        }
        foreach (var item in table.Finish())
            yield return item;
    }

    private static bool IsTable(CsvColumns columns) =>
        columns.Has(CsvField.Title) || (columns.Has(CsvField.Question) && columns.Has(CsvField.Answer));

    // The separator under which most headings are understood, and the number of rows up to the headings.
    private static (char Separator, CsvColumns Columns, int Skipped) Headings(string start)
    {
        var best = (Separator: ',', Columns: CsvColumns.Of([]), Skipped: 1);
        foreach (var separator in Separators)
        {
            using var text = new StringReader(start);
            // "sep=;" is a line of Excel's; some exports put their name above the table.
            var rows = new CsvReader(text, separator).Rows(CancellationToken.None).Take(4);
            var number = 0;
            foreach (var row in rows)
            {
                number++;
                var columns = CsvColumns.Of(row.Cells ?? []);
                if (columns.Count > best.Columns.Count && (IsTable(columns) || best.Columns.Count == 0))
                    best = (separator, columns, number);
            }
        }
        return best;
    }
}

/// <summary>Makes records of rows.</summary>
internal sealed class CsvTable(SourceFile file, CsvColumns columns)
{
    private static readonly HashSet<string> NotPublic = new(StringComparer.OrdinalIgnoreCase)
    {
        "canceled",
        "cancelled",
        "declined",
        "deleted",
        "rejected",
        "withdrawn",
    };

    private readonly string _prefix = Slug.OfSource(file.Source);
    private readonly List<(SourcePosition Position, IReadOnlyList<string> Cells)> _interview = [];

    /// <summary>True while no row was there.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>What can be said now that this row is known.</summary>
    public IEnumerable<ImportItem> Add(CsvRow row)
    {
        IsEmpty = false;
        var position = new SourcePosition(file.Path, row.Line);
        if (row.Cells is null)
            return [new RefusedRecord(position, null, row.Fault ?? "cannot be read")];
        if (row.Cells.All(cell => cell.Length == 0))
            return [];
        if (columns.First(CsvField.State, row.Cells) is { } state && NotPublic.Contains(state))
            return [new SourceNote(position, $"the row was left out: it is {state}")];
        if (!columns.Has(CsvField.Question) || columns.First(CsvField.Question, row.Cells) is null)
            return [.. Finish(), Talk(position, row.Cells)];
        var finished = _interview.Count > 0 && !IsSameInterview(row.Cells) ? Finish() : [];
        _interview.Add((position, row.Cells));
        return finished;
    }

    /// <summary>The interview whose rows were the last.</summary>
    public IReadOnlyList<ImportItem> Finish()
    {
        if (_interview.Count == 0)
            return [];
        var item = Interview();
        _interview.Clear();
        return [item];
    }

    // A row without title and id goes on with the interview above.
    private bool IsSameInterview(IReadOnlyList<string> cells)
    {
        var (id, title) = (columns.First(CsvField.Id, cells), columns.First(CsvField.Title, cells));
        var first = _interview[0].Cells;
        if (title is not null || !columns.Has(CsvField.Title))
            return title == columns.First(CsvField.Title, first)
                && (title is not null || id is null || id == columns.First(CsvField.Id, first));
        return id is null || id == columns.First(CsvField.Id, first);
    }

    private ImportItem Talk(SourcePosition position, IReadOnlyList<string> cells)
    {
        var title = columns.First(CsvField.Title, cells);
        return Draft(position, IdOf(cells, title, ""), title, cells, []).ToItem();
    }

    private ImportItem Interview()
    {
        var (position, cells) = _interview[0];
        var passages = new List<Passage>();
        for (var index = 0; index < _interview.Count; index++)
        {
            var row = _interview[index].Cells;
            var question = PlainText.Line(columns.First(CsvField.Question, row));
            var answer = PlainText.Of(columns.First(CsvField.Answer, row));
            if (answer.Length > 0)
                passages.Add(new(index + 1, question, answer, index == 0 ? null : OwnUrl(row, cells)));
        }
        var title = columns.First(CsvField.Title, cells) ?? columns.First(CsvField.Question, cells);
        var id = IdOf(cells, title, "interview/");
        return passages.Count == 0
            ? new RefusedRecord(position, id, "has a question without an answer")
            : Draft(position, id, title, cells, passages).ToItem();
    }

    private string? OwnUrl(IReadOnlyList<string> row, IReadOnlyList<string> first)
    {
        var url = columns.First(CsvField.Url, row);
        return url == columns.First(CsvField.Url, first) ? null : url;
    }

    private string IdOf(IReadOnlyList<string> cells, string? title, string folder) =>
        columns.First(CsvField.Id, cells) ?? file.Ids.Next($"{_prefix}/{folder}{Slug.Of(title ?? "")}");

    private RecordDraft Draft(
        SourcePosition position,
        string id,
        string? title,
        IReadOnlyList<string> cells,
        List<Passage> passages
    ) =>
        new(position, id)
        {
            Title = title,
            Texts = [.. columns.All(CsvField.Intro, cells), .. columns.All(CsvField.Abstract, cells)],
            Speakers = SpeakersOf(cells),
            Topics = columns.All(CsvField.Topics, cells).SelectMany(Topics),
            Event = columns.First(CsvField.Event, cells),
            Date = columns.First(CsvField.Date, cells),
            Language = columns.First(CsvField.Language, cells),
            Url = columns.All(CsvField.Url, cells).FirstOrDefault(url => url.Contains("://", StringComparison.Ordinal)),
            Passages = passages,
        };

    private IReadOnlyList<string> SpeakersOf(IReadOnlyList<string> cells)
    {
        var names = SpeakerNames.Of(columns.All(CsvField.Speakers, cells));
        if (names.Count > 0)
            return names;
        var name = $"{columns.First(CsvField.FirstName, cells)} {columns.First(CsvField.LastName, cells)}";
        return SpeakerNames.Split(name);
    }

    // Whatever separates them: a comma in a topic is rarer than topics between commas.
    private static string[] Topics(string cell) =>
        cell.Split([',', ';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
