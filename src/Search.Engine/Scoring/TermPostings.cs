using Lucene.Net.Index;

namespace Search.Engine.Scoring;

/// <summary>
/// The documents of one segment that hold a term, decoded: reading them through the index costs a virtual call and unpacking
/// each. Never changes. Deleted documents are in it.
/// </summary>
internal sealed class TermPostings
{
    /// <summary>A word that stands in a document more often counts as often as this; BM25 is flat long before.</summary>
    public const int MostCounted = ushort.MaxValue;

    /// <summary>Positions of one word in one document that are kept; a long answer may hold hundreds.</summary>
    public const int MostPositions = 64;

    /// <summary>The postings of a term that stands nowhere.</summary>
    public static readonly TermPostings None = new([], [], []);

    private readonly int[] docs;
    private readonly ushort[] frequencies;
    private readonly byte[] norms;
    private PositionLists? positions;

    private TermPostings(int[] docs, ushort[] frequencies, byte[] norms)
    {
        this.docs = docs;
        this.frequencies = frequencies;
        this.norms = norms;
    }

    /// <summary>In the numbers of the segment, ascending.</summary>
    public ReadOnlySpan<int> Docs => docs;

    /// <summary>How often the term stands in each, at most <see cref="MostCounted"/>.</summary>
    public ReadOnlySpan<ushort> Frequencies => frequencies;

    /// <summary>The length of the field in each, as its norm has it.</summary>
    public ReadOnlySpan<byte> Norms => norms;

    /// <summary>Documents that hold the term.</summary>
    public int Count => docs.Length;

    /// <summary>What it takes in memory, positions included, in bytes.</summary>
    public long Bytes => 96 + (docs.LongLength * 7) + (positions?.Bytes ?? 0);

    /// <summary>Reads the postings of a term; <see cref="None"/> when it does not occur.</summary>
    public static TermPostings Read(AtomicReader segment, Term term)
    {
        if (Seek(segment, term) is not { } seeker)
            return None;
        var count = seeker.DocFreq;
        var (docs, frequencies, norms) = (new int[count], new ushort[count], new byte[count]);
        var lengths = segment.GetNormValues(term.Field);
        var postings = seeker.Docs(null, null, DocsFlags.FREQS);
        for (var i = 0; i < docs.Length; i++)
        {
            docs[i] = postings.NextDoc();
            frequencies[i] = (ushort)Math.Min(postings.Freq, MostCounted);
            norms[i] = (byte)lengths.Get(docs[i]);
        }
        return new TermPostings(docs, frequencies, norms);
    }

    /// <summary>
    /// The place of a document among <see cref="Docs"/>, not before <paramref name="from"/>; when it is not there, the
    /// complement of the place of the next one.
    /// </summary>
    public int Find(int doc, int from = 0)
    {
        // Neighbouring questions are near each other: steps that double, then halving between the last two.
        var (low, step) = (from, 1);
        while (low + step < docs.Length && docs[low + step] < doc)
        {
            low += step;
            step += step;
        }
        if (low >= docs.Length)
            return ~docs.Length;
        var found = docs.AsSpan(low, Math.Min(step + 1, docs.Length - low)).BinarySearch(doc);
        return found < 0 ? ~(low + ~found) : low + found;
    }

    /// <summary>Where the term stands in the document at <paramref name="place"/> of <see cref="Docs"/>, ascending.</summary>
    public ArraySegment<int> Positions(int place) =>
        positions is { } lists
            ? lists.Of(place)
            : throw new InvalidOperationException("The positions of these postings have not been read.");

    /// <summary>Whether <see cref="Positions"/> may be asked.</summary>
    public bool HasPositions => positions is not null;

    /// <summary>Reads the positions too. Two threads may both do so; one result is kept.</summary>
    public void ReadPositions(AtomicReader segment, Term term)
    {
        var starts = new int[docs.Length + 1];
        var all = new List<int>(docs.Length * 2);
        var postings = Seek(segment, term)?.DocsAndPositions(null, null);
        for (var i = 0; i < docs.Length && postings is not null; i++)
        {
            starts[i] = all.Count;
            postings.NextDoc();
            for (var n = Math.Min(postings.Freq, MostPositions); n > 0; n--)
                all.Add(postings.NextPosition());
        }
        starts[^1] = all.Count;
        positions = new PositionLists(starts, [.. all]);
    }

    private static TermsEnum? Seek(AtomicReader segment, Term term)
    {
        var seeker = segment.GetTerms(term.Field)?.GetEnumerator();
        return seeker is not null && seeker.SeekExact(term.Bytes) ? seeker : null;
    }

    private sealed record PositionLists(int[] Starts, int[] Positions)
    {
        public long Bytes => 64 + ((Starts.LongLength + Positions.LongLength) * sizeof(int));

        public ArraySegment<int> Of(int place) => new(Positions, Starts[place], Starts[place + 1] - Starts[place]);
    }
}
