using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Documents;
using Search.Engine.Indexing;

namespace Search.Engine.Querying;

/// <summary>Queries over what records are, apart from their words; each counts 1.</summary>
internal static class RecordQueries
{
    private const int Newest = 9999_12_31;

    /// <summary>A record with its passages, or one passage.</summary>
    public static Query OfId(string id)
    {
        if (!RecordId.TryParsePassage(id, out var interviewId, out var number))
            return new TermQuery(new Term(IndexFields.Record, id));
        return new BooleanQuery(disableCoord: true)
        {
            { new TermQuery(new Term(IndexFields.Record, interviewId)), Occur.MUST },
            {
                new ConstantScoreQuery(new ColumnFilter(IndexFields.Part, number, number)) { Boost = 0 },
                Occur.MUST
            },
        };
    }

    /// <summary>Records of a kind, passages among interviews.</summary>
    public static Query OfKind(RecordKind kind) =>
        new ConstantScoreQuery(new ColumnFilter(IndexFields.Kind, (long)kind, (long)kind));

    /// <summary>Records of these days, as yyyymmdd, both included; null is open. Records without a date are of no day.</summary>
    public static Query OfDates(int? first, int? last) =>
        new ConstantScoreQuery(new ColumnFilter(IndexFields.Date, Math.Max(first ?? 1, 1), last ?? Newest));

    /// <summary>Records in a language, however it is spelt.</summary>
    public static Query OfLanguage(string language) =>
        new TermQuery(
            new Term(IndexFields.Language.Folded, FoldedText.Of(LanguageCode.Normalise(language) ?? language))
        );

    /// <summary>Documents whose number in a column lies in a range, both ends included.</summary>
    private sealed class ColumnFilter(string column, long first, long last) : Filter
    {
        public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
        {
            var values = context.AtomicReader.GetNumericDocValues(column);
            var passing = new FixedBitSet(Math.Max(context.AtomicReader.MaxDoc, 1));
            for (var doc = 0; values is not null && doc < context.AtomicReader.MaxDoc; doc++)
            {
                var value = values.Get(doc);
                if (value >= first && value <= last && (acceptDocs is null || acceptDocs.Get(doc)))
                    passing.Set(doc);
            }
            return passing;
        }
    }
}
