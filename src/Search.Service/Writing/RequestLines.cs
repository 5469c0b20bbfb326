using Search.Service.Problems;

namespace Search.Service.Writing;

/// <summary>Reads a body line by line, holding one line of it, as it comes.</summary>
internal sealed class RequestLines(Stream body, int longestLine)
{
    private const int FirstCapacity = 64 * 1024;

    private byte[] buffer = new byte[FirstCapacity];
    private int start;
    private int end;
    private long number;
    private bool passingOver;
    private bool hasEnded;
    private Task<int>? reading;

    /// <summary>The number of the line that is being read.</summary>
    public long Number => number + 1;

    /// <summary>
    /// Fills a batch with the lines that are there; waits only while there is none. False when the body has ended.
    /// </summary>
    public async Task<bool> FillAsync(LineBatch batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (!batch.IsFull && TakeLine(batch)) { }
            if (batch.IsFull)
                return true;
            if (hasEnded)
                return false;
            reading ??= ReadAsync(cancellationToken);
            // What has come should not wait for what a slow client sends next.
            if (!reading.IsCompleted && !batch.IsEmpty)
                return true;
            var length = await LengthAsync(reading);
            reading = null;
            hasEnded = length == 0;
            end += length;
        }
    }

    private static async Task<int> LengthAsync(Task<int> reading)
    {
        try
        {
            return await reading;
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw Parameters.RequestValues.Unreadable(exception);
        }
    }

    private Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, longestLine + FirstCapacity));
        return body.ReadAsync(buffer.AsMemory(end), cancellationToken).AsTask();
    }

    private bool TakeLine(LineBatch batch)
    {
        var there = buffer.AsSpan(start, end - start);
        var length = there.IndexOf((byte)'\n');
        if (length < 0 && there.Length > longestLine)
        {
            // Its end may be far off: what is there is let go, and the rest when it comes.
            passingOver = true;
            start = end;
            return false;
        }
        if (length < 0 && !(hasEnded && (there.Length > 0 || passingOver)))
            return false;
        var line = length < 0 ? there : there[..length];
        start += Math.Min(line.Length + 1, there.Length);
        number++;
        if (passingOver || line.Length > longestLine)
            batch.Refuse(number, ProblemCode.TooLarge, $"The line has more than {longestLine} bytes.");
        else
            batch.Add(number, number == 1 ? Parameters.JsonBody.WithoutByteOrderMark(line) : line);
        passingOver = false;
        return true;
    }
}
