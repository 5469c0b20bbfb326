using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>Makes a <see cref="FacetColumn"/> of the postings of a field's exact values.</summary>
internal sealed class FacetColumnReader(AtomicReader segment, ValueField field, SegmentColumns columns)
{
    private readonly int[] codes = new int[segment.MaxDoc];
    private readonly Utf8Values values = new();
    private int[] lists = [];

    public FacetColumn Read()
    {
        // Postings come value by value, so how many values a record has must be known before there is room for them.
        ForEachHead(values.Add, (_, head) => codes[head]++);
        MakeRoom();
        ForEachHead(static _ => { }, Add);
        for (var doc = 0; doc < codes.Length; doc++)
            codes[doc] = codes[columns.Head(doc)];
        values.Trim();
        return new FacetColumn(codes, lists, values);
    }

    private void MakeRoom()
    {
        var length = 0;
        for (var head = 0; head < codes.Length; head++)
        {
            var count = codes[head];
            codes[head] = count > 1 ? ~length : FacetColumn.None;
            length += count > 1 ? count + 1 : 0;
        }
        lists = new int[length];
    }

    private void Add(int ordinal, int head)
    {
        var code = codes[head];
        if (code == FacetColumn.None)
            codes[head] = ordinal + 1;
        else
            lists[~code + ++lists[~code]] = ordinal;
    }

    private void ForEachHead(Action<BytesRef> onValue, Action<int, int> onHead)
    {
        if (segment.GetTerms(field.Exact) is not { } terms)
            return;
        var term = terms.GetEnumerator();
        DocsEnum? postings = null;
        for (var ordinal = 0; term.MoveNext(); ordinal++)
        {
            onValue(term.Term);
            // Deletions come while the column stays, so deleted documents have their values too.
            postings = term.Docs(liveDocs: null, postings, DocsFlags.NONE);
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
            {
                if (columns.Part(doc) == 0)
                    onHead(ordinal, doc);
            }
        }
    }
}
