using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>
/// Where the words of a query stand in one document: what the second stage judges by. Knows no engine; another engine makes
/// it by reading the text again.
/// </summary>
/// <param name="words">How many words the query has.</param>
internal sealed class Evidence(int words)
{
    /// <summary>
    /// Words before this position are the title of a record or the question of a passage: the next part begins behind a gap.
    /// </summary>
    public const int FirstPart = Analysis.PartGapFilter.Gap;

    private readonly List<int>[] positions = [.. Enumerable.Range(0, words).Select(_ => new List<int>())];
    private readonly bool[] exact = new bool[words];
    private readonly bool[] exactInTitle = new bool[words];
    private readonly bool[] inName = new bool[words];

    /// <summary>Where word <paramref name="word"/> stands, ascending; empty when it does not occur.</summary>
    public IReadOnlyList<int> Positions(int word) => positions[word];

    /// <summary>Whether the word occurs as it was typed, not only with the same stem.</summary>
    public bool IsExact(int word) => exact[word];

    /// <summary>Whether the title has the word as it was typed; of a passage, its question or the interview's title.</summary>
    public bool IsExactInTitle(int word) => exactInTitle[word];

    /// <summary>Whether a speaker's name has the word.</summary>
    public bool IsInName(int word) => inName[word];

    /// <summary>Whether the word stands in the title, or in the question of a passage.</summary>
    public bool InFirstPart(int word) => positions[word].Count > 0 && positions[word][0] < FirstPart;

    /// <summary>Words in the title (of a passage: in question and interview title together).</summary>
    public int TitleLength { get; set; }

    internal void Add(int word, int position) => positions[word].Add(position);

    internal void Sort(int word) => positions[word].Sort();

    internal void MarkExact(int word) => exact[word] = true;

    internal void MarkExactInTitle(int word) => exactInTitle[word] = true;

    internal void MarkInName(int word) => inName[word] = true;
}

/// <summary>Reads <see cref="Evidence"/> from the postings of a snapshot.</summary>
internal sealed class EvidenceReader(IndexSnapshot snapshot)
{
    /// <summary>Positions of one word in one document that are looked at; a long answer may hold hundreds.</summary>
    private const int MostPositions = 64;

    /// <summary>For each document, in the same order.</summary>
    public Evidence[] Read(IReadOnlyList<PlannedWord> words, IReadOnlyList<int> docs)
    {
        var evidence = docs.Select(_ => new Evidence(words.Count)).ToArray();
        var ascending = Enumerable.Range(0, docs.Count).OrderBy(index => docs[index]).ToArray();
        foreach (var leaf in snapshot.Segments)
        {
            var end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
            var inLeaf = ascending.Where(index => docs[index] >= leaf.DocBase && docs[index] < end).ToArray();
            if (inLeaf.Length == 0)
                continue;
            var segment = new SegmentEvidence(leaf, inLeaf, docs, evidence);
            segment.ReadTitleLengths();
            for (var word = 0; word < words.Count; word++)
                segment.ReadWord(word, words[word]);
        }
        return evidence;
    }

    private sealed class SegmentEvidence(
        AtomicReaderContext leaf,
        int[] ascending,
        IReadOnlyList<int> docs,
        Evidence[] evidence
    )
    {
        public void ReadTitleLengths()
        {
            var norms = leaf.AtomicReader.GetNormValues(IndexFields.Title);
            if (norms is null)
                return;
            foreach (var index in ascending)
            {
                var code = (byte)norms.Get(docs[index] - leaf.DocBase);
                evidence[index].TitleLength = (int)FineNormSimilarity.LengthOf(code);
            }
        }

        public void ReadWord(int number, PlannedWord word)
        {
            var rows = word.Forms.Select(form => form.Row).Where(row => row.Count > 0).ToList();
            foreach (var row in rows)
                ReadRow(number, row);
            if (rows.Count > 1)
            {
                foreach (var index in ascending)
                    evidence[index].Sort(number);
            }
            if (word.Exact.Length == 0)
                return;
            Visit(new Term(IndexFields.AllExact, word.Exact), found => found.MarkExact(number));
            Visit(new Term(IndexFields.TitleExact, word.Exact), found => found.MarkExactInTitle(number));
            Visit(new Term(IndexFields.SpeakerWords, word.Exact), found => found.MarkInName(number));
        }

        private void ReadRow(int word, IReadOnlyList<string> row)
        {
            if (row is [var only])
            {
                VisitPositions(only, (index, position) => evidence[index].Add(word, position));
                return;
            }
            // Where the row would begin, as far as it has been followed.
            var begun = new HashSet<(int Index, int Position)>();
            VisitPositions(row[0], (index, position) => begun.Add((index, position)));
            for (var place = 1; place < row.Count; place++)
            {
                var goesOn = new HashSet<(int Index, int Position)>();
                VisitPositions(
                    row[place],
                    (index, position) =>
                    {
                        if (begun.Contains((index, position - place)))
                            goesOn.Add((index, position - place));
                    }
                );
                begun = goesOn;
            }
            foreach (var (index, position) in begun)
                evidence[index].Add(word, position);
        }

        private void VisitPositions(string stem, Action<int, int> visit)
        {
            var term = new Term(IndexFields.All, stem);
            var postings = leaf.AtomicReader.GetTermPositionsEnum(term);
            if (postings is null)
                return;
            foreach (var index in ascending)
            {
                if (!MoveTo(postings, docs[index] - leaf.DocBase, out var exhausted))
                {
                    if (exhausted)
                        return;
                    continue;
                }
                var count = Math.Min(postings.Freq, MostPositions);
                for (var i = 0; i < count; i++)
                    visit(index, postings.NextPosition());
            }
        }

        private void Visit(Term term, Action<Evidence> mark)
        {
            var postings = leaf.AtomicReader.GetTermDocsEnum(term);
            if (postings is null)
                return;
            foreach (var index in ascending)
            {
                if (MoveTo(postings, docs[index] - leaf.DocBase, out var exhausted))
                    mark(evidence[index]);
                else if (exhausted)
                    return;
            }
        }

        private static bool MoveTo(DocsEnum postings, int doc, out bool exhausted)
        {
            var at = postings.DocID;
            if (at < doc)
                at = postings.Advance(doc);
            exhausted = at == DocIdSetIterator.NO_MORE_DOCS;
            return at == doc;
        }
    }
}
