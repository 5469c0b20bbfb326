using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Querying;

/// <summary>
/// <see cref="ParsedQuery"/> to what Lucene is asked. Words look at everything searchable, and at the title with
/// <see cref="RankingOptions.TitleWeight"/>.
/// </summary>
internal sealed class LuceneQueryBuilder(TextAnalysis analysis, RankingOptions ranking)
{
    /// <summary>Terms that a prefix or a misspelt word may stand for while scoring; matching knows no such limit for prefixes.</summary>
    private const int MostExpansions = 100;

    // Lucene's 1,024 would refuse 1,024 exclusions, or one long word of many tokens, with an exception. The length of the
    // text bounds what it is there to bound.
    static LuceneQueryBuilder() => BooleanQuery.MaxClauseCount = SearchLimits.MaxQueryCharacters;

    /// <summary>What must and must not match besides the plain words.</summary>
    public Restriction Restrict(ParsedQuery parsed)
    {
        var query = new BooleanQuery(disableCoord: true);
        var isImpossible = false;
        foreach (var clause in parsed.Clauses.Where(clause => clause.Required))
        {
            var required = BuildNode(clause.Node);
            isImpossible |= required is null;
            AddClause(query, required, Occur.MUST);
            AddClause(query, InTitle(clause.Node), Occur.SHOULD);
        }
        var hasRequired = query.Clauses.Count > 0;
        foreach (var excluded in parsed.Excluded)
            AddClause(query, BuildNode(excluded), Occur.MUST_NOT);
        if (!hasRequired && query.Clauses.Count > 0)
            query.Add(new MatchAllDocsQuery { Boost = 0 }, Occur.MUST);
        return new Restriction(query.Clauses.Count > 0 ? query : null, hasRequired, isImpossible);
    }

    /// <summary>One node; null when it holds no word.</summary>
    public Query? BuildNode(QueryNode node) =>
        node switch
        {
            WordNode word => BuildWord(word),
            PhraseNode phrase => BuildPhrase(phrase),
            PrefixNode prefix => BuildPrefix(prefix),
            FuzzyNode fuzzy => BuildFuzzy(fuzzy),
            WildcardNode wildcard => BuildWildcard(wildcard),
            NativeNode native => new LuceneSyntaxParser(BuildNode, native.AllWords).Parse(native.Text).Query,
            AnyNode any => Combine(any.Alternatives, Occur.SHOULD),
            AllNode all => Combine(all.Parts, Occur.MUST),
            _ => throw new InvalidOperationException($"No translation for {node.GetType().Name}."),
        };

    private BooleanQuery? Combine(IReadOnlyList<QueryNode> nodes, Occur occur)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var node in nodes)
            AddClause(query, BuildNode(node), occur);
        return query.Clauses.Count == 0 ? null : query;
    }

    private Query? BuildWord(WordNode word)
    {
        var positions = analysis.Tokenize(word.Text).GroupBy(token => token.Position).ToList();
        if (positions.Count == 0)
            return null;
        var query = new BooleanQuery(disableCoord: true);
        foreach (var forms in positions)
            query.Add(AnyOf(forms.Select(form => OneWord(form, word.Field))), Occur.MUST);
        return positions.Count == 1 ? query.Clauses[0].Query : query;
    }

    private Query OneWord(Token token, QueryField field) =>
        field switch
        {
            QueryField.All => Scored(token.Stem),
            QueryField.Title => new TermQuery(new Term(IndexFields.Title, token.Stem)),
            _ => new TermQuery(new Term(ExactField(field), token.Exact)),
        };

    private BooleanQuery Scored(string stem)
    {
        var query = new BooleanQuery(disableCoord: true)
        {
            { new TermQuery(new Term(IndexFields.All, stem)), Occur.SHOULD },
        };
        query.Add(new TermQuery(new Term(IndexFields.Title, stem)) { Boost = ranking.TitleWeight }, Occur.SHOULD);
        return query;
    }

    private Query? BuildPhrase(PhraseNode phrase) => InARow(phrase.Text, ExactField(phrase.Field));

    // As a word counts a little more in a title, so does a phrase.
    private Query? InTitle(QueryNode node)
    {
        if (node is not PhraseNode { Field: QueryField.All } phrase)
            return null;
        var inTitle = InARow(phrase.Text, IndexFields.TitleExact);
        inTitle?.Boost = ranking.TitleWeight;
        return inTitle;
    }

    private Query? InARow(string text, string field)
    {
        var tokens = analysis.Tokenize(text);
        if (tokens.Count == 0)
            return null;
        if (tokens.TrueForAll(token => token.Position == tokens[0].Position))
            return AnyOf(tokens.Select(token => new TermQuery(new Term(field, token.Exact))));
        var query = new MultiPhraseQuery();
        foreach (var forms in tokens.GroupBy(token => token.Position))
            query.Add([.. forms.Select(form => new Term(field, form.Exact))], forms.Key - tokens[0].Position);
        return query;
    }

    private Query? BuildPrefix(PrefixNode prefix)
    {
        var tokens = analysis.Tokenize(prefix.Text);
        if (tokens.Count == 0)
            return null;
        var field = ExactField(prefix.Field);
        var query = new BooleanQuery(disableCoord: true);
        foreach (var whole in tokens.SkipLast(1))
            query.Add(new TermQuery(new Term(field, whole.Exact)), Occur.MUST);
        // Every word that begins so matches; the commonest of them also score.
        var matching = new PrefixQuery(new Term(field, tokens[^1].Exact)) { Boost = 0 };
        var scoring = new PrefixQuery(new Term(field, tokens[^1].Exact))
        {
            MultiTermRewriteMethod = new MultiTermQuery.TopTermsScoringBooleanQueryRewrite(MostExpansions),
        };
        query.Add(matching, Occur.MUST);
        query.Add(scoring, Occur.SHOULD);
        return query;
    }

    private static WildcardQuery BuildWildcard(WildcardNode wildcard) =>
        new(new Term(ExactField(wildcard.Field), WildcardPattern.Of(wildcard.Pattern).ToString()));

    private Query? BuildFuzzy(FuzzyNode fuzzy)
    {
        var tokens = analysis.Tokenize(fuzzy.Text);
        if (tokens.Count == 0)
            return null;
        var field = ExactField(fuzzy.Field);
        var query = new BooleanQuery(disableCoord: true);
        foreach (var whole in tokens.SkipLast(1))
            query.Add(new TermQuery(new Term(field, whole.Exact)), Occur.MUST);
        var last = new Term(field, tokens[^1].Exact);
        query.Add(new FuzzyQuery(last, fuzzy.Edits, prefixLength: 0, MostExpansions, transpositions: true), Occur.MUST);
        return query;
    }

    private static Query AnyOf(IEnumerable<Query> forms)
    {
        var list = forms.ToList();
        if (list.Count == 1)
            return list[0];
        var query = new BooleanQuery(disableCoord: true);
        foreach (var form in list)
            query.Add(form, Occur.SHOULD);
        return query;
    }

    private static void AddClause(BooleanQuery query, Query? clause, Occur occur)
    {
        if (clause is not null)
            query.Add(clause, occur);
    }

    private static string ExactField(QueryField field) =>
        field switch
        {
            QueryField.All => IndexFields.AllExact,
            QueryField.Title => IndexFields.TitleExact,
            QueryField.Speaker => IndexFields.SpeakerWords,
            QueryField.Topic => IndexFields.TopicWords,
            QueryField.Event => IndexFields.EventWords,
            _ => throw new InvalidOperationException($"No field for {field}."),
        };
}

/// <summary>What decides, whatever the plain words are.</summary>
/// <param name="Query">Null when nothing is required or excluded.</param>
/// <param name="HasRequired">True when something must match.</param>
/// <param name="IsImpossible">True when something required holds no word, so that nothing can match.</param>
internal sealed record Restriction(Query? Query, bool HasRequired, bool IsImpossible);
