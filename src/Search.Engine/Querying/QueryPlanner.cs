using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Querying;

/// <summary>
/// From a parsed query to the plan for one snapshot: plain words with every form in which the index may hold them, apart
/// from all that restricts.
/// </summary>
internal sealed class QueryPlanner(TextAnalysis analysis, RankingOptions ranking, IndexSnapshot snapshot)
{
    private readonly LuceneQueryBuilder queries = new(analysis, ranking);

    /// <summary>The plan; with <paramref name="correctSpelling"/> words that stand nowhere are read as what is near them.</summary>
    public QueryPlan Plan(ParsedQuery parsed, bool correctSpelling)
    {
        var restriction = queries.Restrict(parsed);
        var words = Words(parsed);
        var corrections = new List<Correction>();
        if (correctSpelling)
            words = [.. words.Select(word => Correct(word, corrections))];
        var nothingIsLeft = words.Count == 0 && !restriction.HasRequired && parsed.Clauses.Count > 0;
        return new QueryPlan(parsed.Text, words, restriction.Query, restriction.IsImpossible || nothingIsLeft)
        {
            Corrections = corrections,
            HasRequired = restriction.HasRequired,
            HasExclusions = parsed.Excluded.Count > 0,
        };
    }

    private List<PlannedWord> Words(ParsedQuery parsed)
    {
        var words = new List<PlannedWord>();
        var place = 0;
        foreach (var clause in parsed.Clauses)
        {
            if (clause.Node is WordNode { Field: QueryField.All } word && !clause.Required)
            {
                var tokens = analysis.Tokenize(word.Text);
                words.AddRange(tokens.Select(token => OfToken(word.Text, token, place++)));
                continue;
            }
            if (!clause.Required && queries.BuildNode(clause.Node) is { } query)
                words.Add(new PlannedWord(clause.Node.ToString(), "", place, [WordForm.OfQuery(query)]));
            place++;
        }
        words = WithCompounds(parsed, words);
        // Stop words say nothing while other words remain; alone they are all there is.
        var telling = words.FindAll(word => !QueryStopWords.Contains(word.Exact));
        var hasOthers = telling.Count > 0 || parsed.Clauses.Any(clause => clause.Required);
        return Distinct(hasOthers ? telling : words);
    }

    private static PlannedWord OfToken(string text, Token token, int place) =>
        new(text, token.Exact, place, [WordForm.OfStem(token.Stem)]);

    // "micro services" is also "microservices", and the other way round.
    private List<PlannedWord> WithCompounds(ParsedQuery parsed, List<PlannedWord> words)
    {
        var plain = parsed.Clauses.Where(clause => !clause.Required).Select(clause => clause.Node).ToList();
        if (!plain.TrueForAll(node => node is WordNode { Field: QueryField.All }))
            return words;
        var text = string.Join(' ', plain.Cast<WordNode>().Select(word => word.Text));
        var tokens = analysis.Tokenize(text);
        if (tokens.Count != words.Count)
            return words;
        var variants = new CompoundVariants(analysis, DocumentFrequency).Of(text, tokens);
        return [.. words.Select((word, index) => word with { Forms = [.. word.Forms, .. FormsFor(index, variants)] })];
    }

    private static IEnumerable<WordForm> FormsFor(int word, IReadOnlyList<CompoundVariant> variants) =>
        variants
            .Where(variant => variant.First <= word && word < variant.First + variant.Count)
            .Select(variant =>
                variant.Words is [var joined] ? WordForm.OfStem(joined.Stem) : WordForm.OfQuery(InARow(variant.Words))
            );

    private static PhraseQuery InARow(IReadOnlyList<VariantWord> words)
    {
        var phrase = new PhraseQuery();
        foreach (var word in words)
            phrase.Add(new Term(IndexFields.All, word.Stem));
        return phrase;
    }

    private PlannedWord Correct(PlannedWord word, List<Correction> corrections)
    {
        if (word.Forms is not [{ Stem: { } stem }] || DocumentFrequency(stem) > 0)
            return word;
        var candidates = new SpellingCorrector(snapshot, analysis).Candidates(word.Exact);
        if (candidates.Count == 0)
            return word;
        corrections.Add(new Correction(word.Text, candidates[0].Exact));
        return word with { Exact = candidates[0].Exact, Forms = [.. candidates.Select(Form)] };
    }

    // The likeliest reading a little above the others: which of them it is the other words of the query tell.
    private static WordForm Form(Token candidate, int rank) => WordForm.OfStem(candidate.Stem, 1 - (0.1f * rank));

    private int DocumentFrequency(string stem) => snapshot.IndexReader.DocFreq(new Term(IndexFields.All, stem));

    // A word that is typed twice is meant once.
    private static List<PlannedWord> Distinct(List<PlannedWord> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return words.FindAll(word => word.Forms[0].Stem is not { } stem || seen.Add(stem));
    }
}
