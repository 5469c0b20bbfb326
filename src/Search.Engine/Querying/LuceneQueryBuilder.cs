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

    /// <summary>
    /// Plain words apart from all that restricts: the former rank and may be missing, the latter decides alone.
    /// </summary>
    public QueryPlan Plan(ParsedQuery parsed)
    {
        var restriction = new BooleanQuery(disableCoord: true);
        var isImpossible = false;
        foreach (var clause in parsed.Clauses.Where(clause => clause.Required))
        {
            var query = BuildNode(clause.Node);
            isImpossible |= query is null;
            AddClause(restriction, query, Occur.MUST);
        }
        var hasRequired = restriction.Clauses.Count > 0;
        foreach (var excluded in parsed.Excluded)
            AddClause(restriction, BuildNode(excluded), Occur.MUST_NOT);
        if (!hasRequired && restriction.Clauses.Count > 0)
            restriction.Add(new MatchAllDocsQuery { Boost = 0 }, Occur.MUST);
        var words = PlanWords(parsed);
        var nothingIsLeft = words.Count == 0 && !hasRequired && parsed.Clauses.Count > 0;
        return new QueryPlan(
            parsed.Text,
            words,
            restriction.Clauses.Count > 0 ? restriction : null,
            isImpossible || nothingIsLeft
        )
        {
            HasRequired = hasRequired,
            HasExclusions = parsed.Excluded.Count > 0,
        };
    }

    private List<PlannedWord> PlanWords(ParsedQuery parsed)
    {
        var words = new List<PlannedWord>();
        var place = 0;
        foreach (var clause in parsed.Clauses)
        {
            if (!clause.Required)
                words.AddRange(PlanClause(clause.Node, place));
            place += clause.Node is WordNode word ? Math.Max(analysis.Tokenize(word.Text).Count, 1) : 1;
        }
        // Stop words say nothing while other words remain; alone they are all there is.
        var telling = words.Where(word => !QueryStopWords.Contains(word.Exact)).ToList();
        var hasOthers = telling.Count > 0 || parsed.Clauses.Any(clause => clause.Required);
        return Distinct(hasOthers ? telling : words);
    }

    private IEnumerable<PlannedWord> PlanClause(QueryNode node, int place)
    {
        if (node is WordNode { Field: QueryField.All } word)
        {
            return analysis
                .Tokenize(word.Text)
                .GroupBy(token => token.Position)
                .Select((forms, index) => PlanToken(word.Text, [.. forms], place + index));
        }
        return BuildNode(node) is { } query
            ? [new PlannedWord(node.ToString(), "", place, [WordForm.OfQuery(query)])]
            : [];
    }

    private static PlannedWord PlanToken(string text, List<Token> forms, int place) =>
        new(text, forms[0].Exact, place, [.. forms.Select(form => WordForm.OfStem(form.Stem))]);

    // A word that is typed twice is meant once.
    private static List<PlannedWord> Distinct(List<PlannedWord> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return words.FindAll(word => word.Forms[0].Stem is not { } stem || seen.Add(stem));
    }

    private Query? BuildNode(QueryNode node) =>
        node switch
        {
            WordNode word => BuildWord(word),
            PhraseNode phrase => BuildPhrase(phrase),
            PrefixNode prefix => BuildPrefix(prefix),
            FuzzyNode fuzzy => BuildFuzzy(fuzzy),
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

    private Query? BuildPhrase(PhraseNode phrase)
    {
        var field = ExactField(phrase.Field);
        var tokens = analysis.Tokenize(phrase.Text);
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
