namespace Search.Engine.Suggesting;

/// <summary>
/// For each word, name or phrase the rows that it stands in, ascending: as distances from the one before, in as few bytes as
/// they need, which is a third of the memory of plain numbers.
/// </summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly byte[] distances;

    private Postings(int[] starts, byte[] distances) => (this.starts, this.distances) = (starts, distances);

    /// <summary>The rows of one word.</summary>
    public PostingsReader this[int word] => new(distances.AsSpan(starts[word], starts[word + 1] - starts[word]));

    /// <summary>About how many rows these words stand in; 0 only when in none.</summary>
    public int Estimate(WordRange words) => words.IsEmpty ? 0 : starts[words.High] - starts[words.Low];

    /// <summary>Memory in bytes.</summary>
    public long Size => distances.Length + (4L * starts.Length);

    /// <summary>Turns rows around.</summary>
    /// <param name="rows">For each row its words.</param>
    /// <param name="count">How many words there are.</param>
    /// <param name="places">For each number in the rows its word, negative to leave it out; null when it is the word itself.</param>
    /// <param name="firstOnly">Whether only the first word of each row counts.</param>
    public static Postings Of(NumberRows rows, int count, int[]? places = null, bool firstOnly = false)
    {
        var listStarts = Starts(rows, count, places, firstOnly);
        var bytes = new byte[listStarts[^1]];
        var ends = listStarts.AsSpan(0, count).ToArray();
        ForEach(
            rows,
            count,
            places,
            firstOnly,
            (word, distance) => ends[word] += Write(bytes.AsSpan(ends[word]), distance)
        );
        return new Postings(listStarts, bytes);
    }

    private static int[] Starts(NumberRows rows, int count, int[]? places, bool firstOnly)
    {
        var sums = new int[count + 1];
        ForEach(rows, count, places, firstOnly, (word, distance) => sums[word + 1] += LengthOf(distance));
        for (var word = 0; word < count; word++)
            sums[word + 1] += sums[word];
        return sums;
    }

    private static void ForEach(NumberRows rows, int count, int[]? places, bool firstOnly, Action<int, int> take)
    {
        var last = new int[count];
        Array.Fill(last, -1);
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var number in firstOnly ? rows[row][..1] : rows[row])
            {
                var word = places is null ? number : places[number];
                if (word < 0 || last[word] == row)
                    continue;
                take(word, row - last[word]);
                last[word] = row;
            }
        }
    }

    private static int LengthOf(int distance)
    {
        var length = 1;
        for (; distance >= 0x80; distance >>= 7)
            length++;
        return length;
    }

    private static int Write(Span<byte> room, int distance)
    {
        var length = 0;
        for (; distance >= 0x80; distance >>= 7)
            room[length++] = (byte)(distance | 0x80);
        room[length++] = (byte)distance;
        return length;
    }
}

/// <summary>Reads the rows of one word.</summary>
internal ref struct PostingsReader(ReadOnlySpan<byte> distances)
{
    private readonly ReadOnlySpan<byte> distances = distances;
    private int place;
    private int row = -1;

    /// <summary>The next row; -1 behind the last.</summary>
    public int Next()
    {
        if (place == distances.Length)
            return -1;
        var distance = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = distances[place++];
            distance |= (part & 0x7F) << shift;
            if (part < 0x80)
                break;
        }
        row += distance;
        return row;
    }
}
