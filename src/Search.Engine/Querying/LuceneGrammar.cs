using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Documents;
using Search.Engine.Indexing;

namespace Search.Engine.Querying;

/// <summary>
/// The library's classic parser, over the fields that users know. It does the grammar; what a word means in a field is said
/// here, by the same nodes as those of the simple syntax, so that both analyse alike. For one query; the multi-field parser
/// of the library is not used, since it sends a phrase to the same fields as a word, and here phrases have their own.
/// </summary>
internal sealed class LuceneGrammar : QueryParser
{
    private readonly Func<QueryNode, Query?> build;
    private readonly Dictionary<Query, QueryNode> nodes = new(ReferenceEqualityComparer.Instance);

    /// <param name="build">Makes Lucene's query of a leaf; null when it holds no word.</param>
    /// <param name="allWords">Whether words side by side must all occur.</param>
    public LuceneGrammar(Func<QueryNode, Query?> build, bool allWords)
        : base(LuceneVersion.LUCENE_48, LuceneField.Text.Name, new KeywordAnalyzer())
    {
        this.build = build;
        Locale = CultureInfo.InvariantCulture;
        LowercaseExpandedTerms = false;
        DefaultOperator = allWords ? Operator.AND : Operator.OR;
    }

    /// <summary>The leaves of a query that this parser made, without what must not occur; or only that.</summary>
    public IEnumerable<QueryNode> Leaves(Query query, bool excluded)
    {
        if (nodes.TryGetValue(query, out var node))
            return excluded ? [] : [node];
        return query is BooleanQuery group
            ? group.Clauses.SelectMany(clause =>
                clause.Occur != Occur.MUST_NOT ? Leaves(clause.Query, excluded)
                : excluded ? Leaves(clause.Query, excluded: false)
                : []
            )
            : [];
    }

    protected override Query? GetFieldQuery(string field, string queryText, bool quoted)
    {
        var known = FieldOf(field);
        return known.Kind switch
        {
            LuceneFieldKind.Words => Leaf(
                quoted ? new PhraseNode(queryText, known.Words) : new WordNode(queryText, known.Words)
            ),
            LuceneFieldKind.Id => RecordQueries.OfId(queryText),
            LuceneFieldKind.Kind => RecordQueries.OfKind(LuceneFieldValue.KindOf(queryText) ?? RecordKind.Talk),
            LuceneFieldKind.Language => RecordQueries.OfLanguage(queryText),
            _ => Range(known, queryText, queryText, startInclusive: true, endInclusive: true),
        };
    }

    protected override Query? GetPrefixQuery(string field, string termStr)
    {
        var known = FieldOf(field);
        return known.Kind == LuceneFieldKind.Id
            ? new PrefixQuery(new Term(IndexFields.Record, termStr))
            : Leaf(new PrefixNode(termStr, known.Words));
    }

    protected override Query? GetWildcardQuery(string field, string termStr)
    {
        if (field == "*" && termStr == "*")
            return NewMatchAllDocsQuery();
        var known = FieldOf(field);
        return known.Kind == LuceneFieldKind.Id
            ? new WildcardQuery(new Term(IndexFields.Record, termStr))
            : Leaf(new WildcardNode(termStr, known.Words));
    }

    protected override Query? GetFuzzyQuery(string field, string termStr, float minSimilarity)
    {
        var known = FieldOf(field);
        var edits = minSimilarity >= 1 ? (int)minSimilarity : FloatToEdits(minSimilarity, termStr);
        return Leaf(
            edits == 0 ? new PhraseNode(termStr, known.Words) : new FuzzyNode(termStr, Math.Min(edits, 2), known.Words)
        );
    }

    protected override Query GetRangeQuery(
        string field,
        string? part1,
        string? part2,
        bool startInclusive,
        bool endInclusive
    ) => Range(FieldOf(field), part1, part2, startInclusive, endInclusive);

    // Exclusions alone would match nothing; as in the simple syntax they match everything else.
    protected override Query? GetBooleanQuery(IList<BooleanClause> clauses, bool disableCoord)
    {
        var query = base.GetBooleanQuery(clauses, disableCoord: true);
        if (query is BooleanQuery group && group.Clauses.All(clause => clause.Occur == Occur.MUST_NOT))
            group.Add(new MatchAllDocsQuery { Boost = 0 }, Occur.MUST);
        return query;
    }

    private Query? Leaf(QueryNode node)
    {
        var query = build(node);
        if (query is not null)
            nodes[query] = node;
        return query;
    }

    private static Query Range(LuceneField field, string? from, string? to, bool startInclusive, bool endInclusive)
    {
        var first = from is null ? null : Days(field, from);
        var last = to is null ? null : Days(field, to);
        return RecordQueries.OfDates(
            startInclusive ? first?.First : first?.Last + 1,
            endInclusive ? last?.Last : last?.First - 1
        );
    }

    private static (int First, int Last)? Days(LuceneField field, string value) =>
        field.Kind == LuceneFieldKind.Year ? LuceneFieldValue.YearOf(value) : LuceneFieldValue.DaysOf(value);

    // Lucene's older way to say it: the share of the word that must be the same. A fifth of five letters is one letter,
    // whatever a float makes of it.
    private static int FloatToEdits(float similarity, string word) =>
        similarity <= 0 ? 0 : (int)(((1 - similarity) * new StringInfo(word).LengthInTextElements) + 0.001f);

    private static LuceneField FieldOf(string name) => LuceneField.Find(name) ?? LuceneField.Text;
}
