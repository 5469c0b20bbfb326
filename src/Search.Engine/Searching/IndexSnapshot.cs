using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Scoring;

namespace Search.Engine.Searching;

/// <summary>One commit of the index, opened for searching. Leased from a <see cref="SearcherManager"/>, never stored.</summary>
internal sealed class IndexSnapshot : IndexSearcher
{
    private readonly SegmentColumns[] columns;
    private readonly Dictionary<int, int> workOfHead = [];
    private readonly Dictionary<int, List<int>> headsOfWork = [];
    private readonly FixedBitSet sharingHeads;
    private readonly Lazy<int[]> titleRanks;
    private readonly Dictionary<ValueField, FacetOrdinals> facetOrdinals = [];
    private CompoundVariants? compounds;

    public IndexSnapshot(IndexReader reader, SegmentColumnCache cache, PostingsCache postings)
        : base(reader)
    {
        Postings = postings;
        Similarity = new FineNormSimilarity();
        columns = [.. reader.Leaves.Select(leaf => cache.Of(leaf.AtomicReader))];
        NewestDate = columns.Select(column => column.NewestDate).DefaultIfEmpty(0).Max();
        ReadWorks();
        sharingHeads = new FixedBitSet(Math.Max(reader.MaxDoc, 1));
        foreach (var head in headsOfWork.Values.Where(heads => heads.Count > 1).SelectMany(heads => heads))
            sharingHeads.Set(head);
        titleRanks = new Lazy<int[]>(ReadTitleRanks);
        Everything = new FieldStatistics(this, IndexFields.All);
        Titles = new FieldStatistics(this, IndexFields.Title);
        Live = reader.HasDeletions ? ReadLive() : null;
    }

    /// <summary>Decoded postings, shared with the snapshots before and after this one.</summary>
    public PostingsCache Postings { get; }

    /// <summary>Of the field that holds everything searchable.</summary>
    public FieldStatistics Everything { get; }

    /// <summary>Of the titles.</summary>
    public FieldStatistics Titles { get; }

    /// <summary>How words of a query may be written together or apart.</summary>
    public CompoundVariants Compounds(TextAnalysis analysis) =>
        LazyInitializer.EnsureInitialized(ref compounds, () => new CompoundVariants(analysis, Frequency));

    /// <summary>Documents that hold a stem, deleted ones included.</summary>
    public int Frequency(string stem) => new TermInSnapshot(this, IndexFields.All, stem).Frequency;

    /// <summary>Documents that are not deleted; null when none is. Not to be changed.</summary>
    public FixedBitSet? Live { get; }

    /// <summary>The parts of the index.</summary>
    public IList<AtomicReaderContext> Segments => m_leafContexts;

    /// <summary>The columns of a segment, by its ordinal.</summary>
    public SegmentColumns Columns(int segment) => columns[segment];

    /// <summary>The segment that a document of the snapshot is in.</summary>
    public int SegmentOf(int doc) => ReaderUtil.SubIndex(doc, m_leafContexts);

    /// <summary>
    /// The document that stands for a work, given a head: the first head of the work in the snapshot; itself for a work of one.
    /// </summary>
    public int WorkOfHead(int head) => workOfHead.GetValueOrDefault(head, head);

    /// <summary>Whether a head's work has other records: one look at a bit, where most have none.</summary>
    public bool SharesWork(int head) => sharingHeads.Get(head);

    /// <summary>The heads of a work, given the document that stands for it.</summary>
    public IReadOnlyList<int> HeadsOfWork(int work) => headsOfWork.TryGetValue(work, out var heads) ? heads : [work];

    /// <summary>The other heads of a head's work, by id.</summary>
    public IEnumerable<int> OtherHeads(int head) =>
        HeadsOfWork(WorkOfHead(head)).Where(other => other != head).OrderBy(Id, Comparer<BytesRef>.Default);

    /// <summary>The head of a document's record.</summary>
    public int HeadOf(int doc) => doc - Part(doc);

    /// <summary>The place of a head among all titles in order.</summary>
    public int TitleRank(int head) => titleRanks.Value[head];

    /// <summary>The id of a head's record, as UTF-8.</summary>
    public BytesRef Id(int head) => Bytes(IndexFields.Id, head);

    /// <summary>The record of a head, without its questions.</summary>
    public Record ReadHead(int head) =>
        StoredForm.ReadHead(Id(head).Utf8ToString(), Bytes(IndexFields.Stored, head).AsSpan());

    /// <summary>What a list of records shows of a head.</summary>
    public Caption ReadCaption(int head) => StoredForm.ReadCaption(Bytes(IndexFields.Stored, head).AsSpan());

    /// <summary>The date of a document as yyyymmdd; 0 without one.</summary>
    public int Date(int doc)
    {
        var segment = SegmentOf(doc);
        return columns[segment].Date(doc - m_leafContexts[segment].DocBase);
    }

    /// <summary>A passage.</summary>
    public Passage ReadPassage(int doc) => StoredForm.ReadPassage(Bytes(IndexFields.Stored, doc).AsSpan());

    /// <summary>The id of what stands at a document: a record's, or a passage's.</summary>
    public string IdOf(int doc)
    {
        var record = Id(HeadOf(doc)).Utf8ToString();
        return Part(doc) == 0
            ? record
            : RecordId.OfPassage(record, StoredForm.ReadPassageNumber(Bytes(IndexFields.Stored, doc).AsSpan()));
    }

    /// <summary>0 for a head, N for the Nth passage behind it.</summary>
    public int Part(int doc)
    {
        var segment = SegmentOf(doc);
        return columns[segment].Part(doc - m_leafContexts[segment].DocBase);
    }

    /// <summary>Whether a document is a hit, or makes its record one, where hits are of this kind.</summary>
    public bool CanBeHit(int doc, HitGroup group)
    {
        if (group is HitGroup.Work or HitGroup.Record || Part(doc) > 0)
            return true;
        var segment = SegmentOf(doc);
        var kind = columns[segment].Kind(doc - m_leafContexts[segment].DocBase);
        return group == HitGroup.Passage && kind == (byte)RecordKind.Talk;
    }

    /// <summary>The date of the newest record, yyyymmdd; 0 without any.</summary>
    public int NewestDate { get; }

    /// <summary>The distinct values of a field, numbered when first asked for.</summary>
    public FacetOrdinals FacetOrdinals(ValueField field)
    {
        lock (facetOrdinals)
        {
            if (!facetOrdinals.TryGetValue(field, out var ordinals))
            {
                var values = m_leafContexts.Select(leaf => columns[leaf.Ord].Values(field, leaf.AtomicReader));
                facetOrdinals[field] = ordinals = new FacetOrdinals([.. values]);
            }
            return ordinals;
        }
    }

    /// <summary>Works in the snapshot, which has this many heads.</summary>
    public int CountWorks(int heads) => heads - workOfHead.Count + headsOfWork.Count;

    private BytesRef Bytes(string field, int doc)
    {
        var segment = SegmentOf(doc);
        var leaf = m_leafContexts[segment];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(field).Get(doc - leaf.DocBase, bytes);
        return bytes;
    }

    private void ReadWorks()
    {
        var first = new Dictionary<long, int>();
        foreach (var leaf in m_leafContexts)
        {
            var segment = leaf.AtomicReader;
            var works = segment.GetNumericDocValues(IndexFields.Work);
            var live = segment.LiveDocs;
            for (var doc = 0; works is not null && doc < segment.MaxDoc; doc++)
            {
                var work = works.Get(doc);
                if (work == 0 || columns[leaf.Ord].Part(doc) != 0 || (live is not null && !live.Get(doc)))
                    continue;
                var head = leaf.DocBase + doc;
                first.TryAdd(work, head);
                workOfHead[head] = first[work];
                if (!headsOfWork.TryGetValue(first[work], out var heads))
                    headsOfWork[first[work]] = heads = [];
                heads.Add(head);
            }
        }
    }

    private FixedBitSet ReadLive()
    {
        var all = new FixedBitSet(Math.Max(IndexReader.MaxDoc, 1));
        foreach (var leaf in m_leafContexts)
        {
            var live = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (live is null || live.Get(doc))
                    all.Set(leaf.DocBase + doc);
            }
        }
        return all;
    }

    private int[] ReadTitleRanks()
    {
        var ranks = new int[IndexReader.MaxDoc];
        var titles = MultiDocValues.GetSortedValues(IndexReader, IndexFields.TitleOrder);
        for (var doc = 0; titles is not null && doc < ranks.Length; doc++)
            ranks[doc] = titles.GetOrd(doc);
        return ranks;
    }
}
