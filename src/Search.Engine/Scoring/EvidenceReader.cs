using Lucene.Net.Index;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Scoring;

/// <summary>Reads <see cref="Evidence"/> from the postings of a snapshot, document by document. For one thread.</summary>
internal sealed class EvidenceReader
{
    private readonly IndexSnapshot snapshot;
    private readonly IReadOnlyList<PlannedWord> words;
    private readonly Segment?[] segments;
    private readonly Evidence evidence;

    public EvidenceReader(IndexSnapshot snapshot, IReadOnlyList<PlannedWord> words)
    {
        this.snapshot = snapshot;
        this.words = words;
        segments = new Segment?[snapshot.Segments.Count];
        evidence = new Evidence(words.Count);
    }

    /// <summary>What is known of a document, valid until the next is read.</summary>
    public Evidence Read(int doc)
    {
        var number = snapshot.SegmentOf(doc);
        var leaf = snapshot.Segments[number];
        var segment = segments[number] ??= new Segment(snapshot, leaf, words);
        segment.Read(doc - leaf.DocBase, evidence);
        return evidence;
    }

    private sealed class Segment
    {
        private readonly Word[] words;
        private readonly Lucene.Net.Index.NumericDocValues? titleLengths;

        public Segment(IndexSnapshot snapshot, AtomicReaderContext leaf, IReadOnlyList<PlannedWord> words)
        {
            this.words = [.. words.Select(word => new Word(snapshot, leaf.AtomicReader, word))];
            titleLengths = leaf.AtomicReader.GetNormValues(IndexFields.Title);
        }

        public void Read(int doc, Evidence evidence)
        {
            var length = titleLengths is null ? 0 : FineNormSimilarity.LengthOf((byte)titleLengths.Get(doc));
            evidence.TitleLength = (int)length;
            for (var word = 0; word < words.Length; word++)
                words[word].Read(doc, word, evidence);
        }
    }

    private sealed class Word
    {
        private readonly TermPostings[][] rows;
        private readonly TermPostings exact = TermPostings.None;
        private readonly TermPostings exactInTitle = TermPostings.None;
        private readonly TermPostings inName = TermPostings.None;

        public Word(IndexSnapshot snapshot, AtomicReader segment, PlannedWord word)
        {
            var postings = snapshot.Postings;
            rows =
            [
                .. word
                    .Forms.Where(form => form.Row.Count > 0)
                    .Select(form =>
                        form.Row.Select(stem => postings.GetWithPositions(segment, IndexFields.All, stem)).ToArray()
                    ),
            ];
            if (word.Exact.Length == 0)
                return;
            exact = postings.Get(segment, IndexFields.AllExact, word.Exact);
            exactInTitle = postings.Get(segment, IndexFields.TitleExact, word.Exact);
            inName = postings.Get(segment, IndexFields.SpeakerWords, word.Exact);
        }

        public void Read(int doc, int number, Evidence evidence)
        {
            evidence.Mark(number, exact.Find(doc) >= 0, exactInTitle.Find(doc) >= 0, inName.Find(doc) >= 0);
            if (rows is [[var only]])
            {
                var place = only.Find(doc);
                evidence.Place(number, place < 0 ? ArraySegment<int>.Empty : only.Positions(place));
                return;
            }
            var found = evidence.Collect(number);
            foreach (var row in rows)
                Collect(row, doc, found);
            evidence.Place(number);
        }

        private static void Collect(TermPostings[] row, int doc, List<int> found)
        {
            Span<int> places = stackalloc int[row.Length];
            places[0] = row[0].Find(doc);
            if (places[0] < 0 || !RowPostings.FindInOthers(row, places, doc))
                return;
            foreach (var start in row[0].Positions(places[0]))
            {
                if (RowPostings.GoesOn(row, places, start))
                    found.Add(start);
            }
        }
    }
}
