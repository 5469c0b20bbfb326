using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Engine.Indexing;

/// <summary>The ids of a snapshot, read from its list of terms: no record is read.</summary>
internal static class RecordIds
{
    /// <summary>The ids of all live records in the order of their UTF-8.</summary>
    public static IEnumerable<string> Of(IndexReader reader)
    {
        var terms = MultiFields.GetTerms(reader, IndexFields.Record)?.GetEnumerator();
        var live = MultiFields.GetLiveDocs(reader);
        DocsEnum? postings = null;
        while (terms is not null && terms.MoveNext())
        {
            // What was deleted stays in the list until its segment is merged.
            postings = terms.Docs(live, postings, DocsFlags.NONE);
            if (postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                yield return terms.Term.Utf8ToString();
        }
    }
}
