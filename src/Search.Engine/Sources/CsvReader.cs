using System.Text;

namespace Search.Engine.Sources;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Cells">Its cells; null when it is unusable.</param>
/// <param name="Fault">Why it is, in plain words.</param>
internal readonly record struct CsvRow(long Line, IReadOnlyList<string>? Cells, string? Fault = null);

/// <summary>
/// Rows of CSV as spreadsheets write them: quoted cells may hold separators, line breaks and doubled quotes. Holds one row.
/// A quote that is never closed spoils its own row only.
/// </summary>
internal sealed class CsvReader(TextReader reader, char separator)
{
    /// <summary>The longest row in characters; a quote that stays open longer is a mistake.</summary>
    public const int MaxRowLength = 1_024 * 1_024;

    private const int MaxRowLines = 5_000;

    // Lines behind an open quote that were read in search of its end, to be read again as rows of their own.
    private readonly Queue<string> _pending = new();
    private long _line;

    public IEnumerable<CsvRow> Rows(CancellationToken cancellationToken)
    {
        while (NextLine() is { } first)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = ++_line;
            if (first.Length > MaxRowLength)
            {
                yield return new(start, null, $"is longer than {MaxRowLength} characters");
                continue;
            }
            if (string.IsNullOrWhiteSpace(first))
                continue;
            yield return Row(first, start);
        }
    }

    private CsvRow Row(string first, long start)
    {
        var cells = new CsvCells(separator);
        if (cells.Add(first))
            return new(start, cells.Take());
        var lines = new List<string>();
        var length = first.Length;
        while (lines.Count < MaxRowLines && length <= MaxRowLength && NextLine() is { } line)
        {
            lines.Add(line);
            length += line.Length + 1;
            var isComplete = cells.Add(line);
            if (cells.IsSpoilt)
                break;
            if (!isComplete)
                continue;
            _line += lines.Count;
            return new(start, cells.Take());
        }
        var later = _pending.ToList();
        _pending.Clear();
        foreach (var line in lines.Concat(later))
            _pending.Enqueue(line);
        return new(start, null, "has a quote that is not closed");
    }

    private string? NextLine() => _pending.TryDequeue(out var line) ? line : ReadLine();

    // As TextReader does it, but of an endless line only the beginning is kept.
    private string? ReadLine()
    {
        var line = new StringBuilder();
        while (reader.Read() is var unit)
        {
            if (unit < 0)
                return line.Length == 0 ? null : line.ToString();
            if (unit == '\n')
                break;
            if (unit == '\r')
            {
                _ = reader.Peek() == '\n' ? reader.Read() : 0;
                break;
            }
            if (line.Length <= MaxRowLength)
                line.Append((char)unit);
        }
        return line.ToString();
    }
}

/// <summary>Cuts the lines of one row into cells.</summary>
internal sealed class CsvCells(char separator)
{
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private bool _isQuoted;
    private bool _isLaterLine;

    /// <summary>True when a quote was open that nobody meant to be.</summary>
    public bool IsSpoilt { get; private set; }

    /// <summary>Adds a line; true when the row is complete, false when a quoted cell goes on in the next line.</summary>
    public bool Add(string line)
    {
        _isLaterLine = _isQuoted;
        if (_isQuoted)
            _cell.Append('\n');
        for (var index = 0; index < line.Length; index++)
        {
            var unit = line[index];
            if (_isQuoted)
                index = Quoted(line, index);
            else if (unit == separator)
                EndCell();
            else if (unit == '"' && IsBlank())
                (_isQuoted, _) = (true, _cell.Clear());
            else
                _cell.Append(unit);
        }
        return !_isQuoted;
    }

    public IReadOnlyList<string> Take()
    {
        EndCell();
        return _cells;
    }

    private int Quoted(string line, int index)
    {
        if (line[index] != '"')
        {
            _cell.Append(line[index]);
            return index;
        }
        if (index + 1 < line.Length && line[index + 1] == '"')
        {
            _cell.Append('"');
            return index + 1;
        }
        if (EndsCell(line, index + 1))
        {
            _isQuoted = false;
            return index;
        }
        // A quote inside the text that was not doubled. But where it opens a cell, the one before was never closed.
        IsSpoilt |= _isLaterLine && (index == 0 || line[index - 1] == separator);
        _cell.Append('"');
        return index;
    }

    private bool EndsCell(string line, int index)
    {
        while (index < line.Length && line[index] == ' ' && separator != ' ')
            index++;
        return index >= line.Length || line[index] == separator;
    }

    private bool IsBlank()
    {
        foreach (var chunk in _cell.GetChunks())
        {
            if (!chunk.Span.IsWhiteSpace())
                return false;
        }
        return true;
    }

    private void EndCell()
    {
        _cells.Add(_cell.ToString().Trim());
        _cell.Clear();
    }
}
