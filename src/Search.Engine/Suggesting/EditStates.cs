namespace Search.Engine.Suggesting;

/// <summary>
/// How far a typed word has been followed along the letters of another, with up to a few edits: for each letter read, a row
/// of bit sets, one for each number of edits (the automaton of Wu and Manber, 1992, with exchanges of neighbours). Bit N of
/// a set says that N typed letters are accounted for. Words in order share their first rows with the word before.
/// </summary>
internal ref struct EditStates
{
    /// <summary>Typed letters that a set has room for.</summary>
    public const int MostLetters = 62;

    private const int AsciiLetters = 128;

    private readonly ReadOnlySpan<char> typed;
    private readonly Span<ulong> masks;
    private readonly Span<ulong> rows;
    private readonly Span<byte> bests;
    private readonly bool asPrefix;
    private readonly int edits;
    private readonly int sets;
    private readonly ulong whole;
    private int valid;

    /// <param name="memory">At least <see cref="SizeFor"/>, all zero.</param>
    /// <param name="bests">At least <see cref="RowsFor"/>.</param>
    /// <param name="typed">1 to <see cref="MostLetters"/> letters.</param>
    /// <param name="asPrefix">Whether the typed word may go on.</param>
    /// <param name="edits">The most edits of interest.</param>
    public EditStates(Span<ulong> memory, Span<byte> bests, ReadOnlySpan<char> typed, bool asPrefix, int edits)
    {
        this.typed = typed;
        this.asPrefix = asPrefix;
        this.edits = edits;
        this.bests = bests;
        sets = edits + 1;
        whole = 1UL << typed.Length;
        masks = memory[..AsciiLetters];
        rows = memory[AsciiLetters..];
        for (var place = 0; place < typed.Length; place++)
        {
            if (typed[place] < AsciiLetters)
                masks[typed[place]] |= 1UL << place;
        }
        for (var set = 0; set < sets; set++)
            rows[set] = (2UL << set) - 1;
        bests[0] = (byte)sets;
    }

    /// <summary>Numbers that the sets take.</summary>
    public static int SizeFor(int typed, int edits) => AsciiLetters + (RowsFor(typed, edits) * (edits + 1));

    /// <summary>Rows: one for each letter of the longest word that can be near, and the first.</summary>
    public static int RowsFor(int typed, int edits) => typed + edits + 2;

    /// <summary>
    /// Reads a word that begins with <paramref name="shared"/> letters of the one read before. Gives the letters that were
    /// looked at, and whether all words that begin with these are alike: no more can come of any.
    /// </summary>
    public (int Depth, bool IsSettled) Read(ReadOnlySpan<char> word, int shared)
    {
        var depth = Math.Min(shared, valid);
        var isSettled = false;
        while (depth < word.Length && !isSettled)
        {
            Step(word, ++depth);
            isSettled = IsSettled(depth);
        }
        valid = depth;
        return (depth, isSettled);
    }

    /// <summary>The fewest edits from the typed word to the first letters, or to a beginning of them when it may go on; more than the most when there are none.</summary>
    public readonly int Distance(int depth) => bests[depth];

    private readonly void Step(ReadOnlySpan<char> word, int depth)
    {
        var above = rows.Slice((depth - 1) * sets, sets);
        var row = rows.Slice(depth * sets, sets);
        var mask = MaskOf(word[depth - 1]);
        row[0] = (above[0] & mask) << 1;
        for (var set = 1; set < sets; set++)
        {
            var matched = (above[set] & mask) << 1;
            var added = above[set - 1];
            var replaced = above[set - 1] << 1;
            var dropped = row[set - 1] << 1;
            row[set] = matched | added | replaced | dropped;
        }
        if (depth > 1)
            AddExchanges(word, depth, mask, row);
        var distance = DistanceOf(row);
        bests[depth] = asPrefix ? Math.Min(bests[depth - 1], distance) : distance;
    }

    private readonly void AddExchanges(ReadOnlySpan<char> word, int depth, ulong mask, Span<ulong> row)
    {
        var places = mask & (MaskOf(word[depth - 2]) >> 1);
        if (places == 0)
            return;
        var before = rows.Slice((depth - 2) * sets, sets);
        for (var set = 1; set < sets; set++)
        {
            row[set] |= (before[set - 1] & places) << 2;
            row[set] |= row[set - 1] << 1;
        }
    }

    private readonly byte DistanceOf(ReadOnlySpan<ulong> row)
    {
        for (var set = 0; set < sets; set++)
        {
            if ((row[set] & whole) != 0)
                return (byte)set;
        }
        return (byte)sets;
    }

    // A beginning that is near already can only be improved on with fewer edits.
    private readonly bool IsSettled(int depth)
    {
        var wanted = asPrefix ? Math.Min(bests[depth] - 1, edits) : edits;
        if (wanted < 0)
            return true;
        var alive = rows[(depth * sets) + wanted] & ((whole << 1) - 1);
        return alive == 0;
    }

    private readonly ulong MaskOf(char letter)
    {
        if (letter < AsciiLetters)
            return masks[letter];
        var mask = 0UL;
        for (var place = 0; place < typed.Length; place++)
            mask |= typed[place] == letter ? 1UL << place : 0;
        return mask;
    }
}
