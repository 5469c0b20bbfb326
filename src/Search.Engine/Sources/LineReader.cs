namespace Search.Engine.Sources;

/// <summary>What <see cref="LineReader.Next"/> came upon.</summary>
internal enum LineOutcome
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A line over the limit; its first part is there, the rest was passed over.</summary>
    TooLong,

    /// <summary>The stream breaks off in this line; nothing can be read behind it.</summary>
    Damaged,

    /// <summary>No more lines.</summary>
    End,
}

/// <summary>
/// Splits a stream at <c>\n</c> or <c>\r\n</c>, without a byte order mark at the start. Holds one line, and of a line over
/// the limit only the first part. The last line needs no line end.
/// </summary>
internal sealed class LineReader(Stream stream, int maxLength) : IDisposable
{
    private const int FirstCapacity = 64 * 1_024;

    private byte[] _buffer = new byte[Math.Min(FirstCapacity, maxLength + 1)];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>The number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The current line without its end; good until the next call.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>After <see cref="LineOutcome.Damaged"/>: what is wrong with the stream, in plain words.</summary>
    public string? Damage { get; private set; }

    /// <exception cref="OperationCanceledException">Looked at whenever the stream is read.</exception>
    public LineOutcome Next(CancellationToken cancellationToken)
    {
        Number++;
        var searched = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
                return Take(searched + length, 1);
            searched = _end - _start;
            // Two more than the limit: a line end of two characters is no part of the line.
            if (searched >= maxLength + 2L)
                return SkipRest(cancellationToken);
            if (Fill(cancellationToken))
                continue;
            if (Damage is not null)
                return LineOutcome.Damaged;
            return searched > 0 ? Take(searched, 0) : LineOutcome.End;
        }
    }

    public void Dispose() => stream.Dispose();

    private LineOutcome Take(int length, int lineEnd)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + lineEnd;
        if (line.Span is [.., (byte)'\r'])
            line = line[..^1];
        if (Number == 1 && line.Span is [0xEF, 0xBB, 0xBF, ..])
            line = line[3..];
        var isTooLong = line.Length > maxLength;
        Line = isTooLong ? line[..maxLength] : line;
        return isTooLong ? LineOutcome.TooLong : LineOutcome.Line;
    }

    // The first part of the line keeps its place in the buffer; the space behind it is read into again and again.
    private LineOutcome SkipRest(CancellationToken cancellationToken)
    {
        Line = _buffer.AsMemory(_start, maxLength);
        var spare = new byte[FirstCapacity];
        while (Read(spare, cancellationToken) is var count and > 0)
        {
            var newline = spare.AsSpan(0, count).IndexOf((byte)'\n');
            if (newline < 0)
                continue;
            var next = spare.AsSpan(newline + 1, count - newline - 1);
            // The line stays readable: what follows goes into a buffer of its own.
            _buffer = new byte[Math.Max(FirstCapacity, next.Length)];
            next.CopyTo(_buffer);
            (_start, _end) = (0, next.Length);
            return LineOutcome.TooLong;
        }
        _start = _end;
        return LineOutcome.TooLong;
    }

    private bool Fill(CancellationToken cancellationToken)
    {
        if (_end == _buffer.Length)
            MakeRoom();
        var count = Read(_buffer.AsSpan(_end), cancellationToken);
        _end += count;
        return count > 0;
    }

    private void MakeRoom()
    {
        var pending = _buffer.AsSpan(_start, _end - _start);
        if (_start == 0)
        {
            var larger = new byte[Math.Min(_buffer.Length * 2L, maxLength + (long)FirstCapacity)];
            pending.CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            pending.CopyTo(_buffer);
        }
        (_start, _end) = (0, pending.Length);
    }

    private int Read(Span<byte> into, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_atEnd)
            return 0;
        try
        {
            var count = stream.Read(into);
            _atEnd = count == 0;
            return count;
        }
        catch (InvalidDataException)
        {
            Damage = "the compressed data is damaged or breaks off";
        }
        catch (IOException fault)
        {
            Damage = $"the file cannot be read any further ({fault.Message})";
        }
        _atEnd = true;
        return 0;
    }
}
