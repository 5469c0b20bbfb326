using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Documents;

namespace Search.Engine.Indexing;

/// <summary>Finds whole records in one snapshot of the index.</summary>
internal sealed class RecordLookup(IndexReader reader)
{
    /// <summary>The head of a record; null when there is none with this id.</summary>
    public RecordHead? Find(string id)
    {
        foreach (var head in Heads(RecordBlock.TermOf(id)))
            return head;
        return null;
    }

    /// <summary>The live heads that hold a term, in the order of the index.</summary>
    public IEnumerable<RecordHead> Heads(Term term)
    {
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var postings = segment.GetTermDocsEnum(term);
            if (postings is null)
                continue;
            var parts = segment.GetNumericDocValues(IndexFields.Part);
            var live = segment.LiveDocs;
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
            {
                if (parts.Get(doc) == 0 && (live is null || live.Get(doc)))
                    yield return new RecordHead(leaf, doc);
            }
        }
    }

    /// <summary>All live heads, in the order of the index.</summary>
    public IEnumerable<RecordHead> AllHeads()
    {
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var parts = segment.GetNumericDocValues(IndexFields.Part);
            var live = segment.LiveDocs;
            for (var doc = 0; doc < segment.MaxDoc; doc++)
            {
                if (parts.Get(doc) == 0 && (live is null || live.Get(doc)))
                    yield return new RecordHead(leaf, doc);
            }
        }
    }
}

/// <summary>The head of a record at its place in a segment; valid as long as the reader is.</summary>
internal readonly record struct RecordHead(AtomicReaderContext Leaf, int Doc)
{
    /// <summary>Its document number in the whole snapshot.</summary>
    public int GlobalDoc => Leaf.DocBase + Doc;

    public string Id => Bytes(IndexFields.Id, Doc).Utf8ToString();

    public string Source => Bytes(IndexFields.Source, Doc).Utf8ToString();

    public long Hash => Segment.GetNumericDocValues(IndexFields.Hash).Get(Doc);

    public long Work => Segment.GetNumericDocValues(IndexFields.Work).Get(Doc);

    public RecordKind Kind => (RecordKind)Segment.GetNumericDocValues(IndexFields.Kind).Get(Doc);

    /// <summary>The record without its questions.</summary>
    public Record Read() => StoredForm.ReadHead(Id, Bytes(IndexFields.Stored, Doc).AsSpan());

    /// <summary>The record with its questions: those of the documents that follow the head.</summary>
    public Record ReadWhole()
    {
        var record = Read();
        return record is Interview interview ? interview with { Passages = ReadPassages() } : record;
    }

    /// <summary>Passages that follow the head.</summary>
    public int CountPassages()
    {
        var parts = Segment.GetNumericDocValues(IndexFields.Part);
        var doc = Doc + 1;
        while (doc < Segment.MaxDoc && parts.Get(doc) > 0)
            doc++;
        return doc - Doc - 1;
    }

    private List<Passage> ReadPassages()
    {
        var passages = new List<Passage>();
        var parts = Segment.GetNumericDocValues(IndexFields.Part);
        for (var doc = Doc + 1; doc < Segment.MaxDoc && parts.Get(doc) > 0; doc++)
            passages.Add(StoredForm.ReadPassage(Bytes(IndexFields.Stored, doc).AsSpan()));
        return passages;
    }

    private AtomicReader Segment => Leaf.AtomicReader;

    private BytesRef Bytes(string field, int doc)
    {
        var bytes = new BytesRef();
        Segment.GetBinaryDocValues(field).Get(doc, bytes);
        return bytes;
    }
}
