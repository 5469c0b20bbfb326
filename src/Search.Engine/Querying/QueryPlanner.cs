using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Scoring;
using Search.Engine.Searching;
using Search.Engine.Synonyms;

namespace Search.Engine.Querying;

/// <summary>
/// From a parsed query to the plan for one snapshot: plain words with every form in which the index may hold them, apart
/// from all that restricts.
/// </summary>
internal sealed class QueryPlanner(
    TextAnalysis analysis,
    RankingOptions ranking,
    SynonymTable synonyms,
    IndexSnapshot snapshot
)
{
    private readonly LuceneQueryBuilder queries = new(analysis, ranking);

    /// <summary>The plan; with <paramref name="correctSpelling"/> words that stand nowhere are read as what is near them.</summary>
    public QueryPlan Plan(ParsedQuery parsed, bool correctSpelling)
    {
        var restriction = queries.Restrict(parsed);
        var typed = Words(parsed);
        var corrections = new List<Correction>();
        if (correctSpelling)
            typed = [.. typed.Select(word => Correct(word, corrections))];
        var used = new List<SynonymUse>();
        var words = Telling(PlannedSynonyms.Add(typed, synonyms, ranking.Synonym, used), parsed);
        var nothingIsLeft = words.Count == 0 && !restriction.HasRequired && parsed.Clauses.Count > 0;
        return new QueryPlan(parsed.Text, words, restriction.Query, restriction.IsImpossible || nothingIsLeft)
        {
            Judged = [.. words, .. RequiredWords(parsed, words)],
            Corrections = corrections,
            Synonyms = used,
            HasRequired = restriction.HasRequired,
            HasExclusions = parsed.Excluded.Count > 0,
        };
    }

    private List<PlannedWord> Words(ParsedQuery parsed)
    {
        var words = new List<PlannedWord>();
        var run = new List<string>();
        var place = 0;
        foreach (var clause in parsed.Clauses)
        {
            if (clause is { Required: false, Node: WordNode { Field: QueryField.All } word })
            {
                run.Add(word.Text);
                continue;
            }
            EndRun();
            if (!clause.Required && Other(clause.Node, place) is { } other)
                words.Add(other);
            // What is quoted or required between two plain words keeps them apart too.
            place++;
        }
        EndRun();
        return words;

        void EndRun()
        {
            var more = WordsInARow(string.Join(' ', run)).ConvertAll(one => one with { Place = place + one.Place });
            words.AddRange(more);
            place = more.Count == 0 ? place : more[^1].Place + 1;
            run.Clear();
        }
    }

    private static List<PlannedWord> Telling(List<PlannedWord> words, ParsedQuery parsed)
    {
        // Stop words say nothing while other words remain; alone they are all there is.
        var telling = words.FindAll(word => !QueryStopWords.Contains(word.Exact));
        var hasOthers = telling.Count > 0 || parsed.Clauses.Any(clause => clause.Required);
        return Distinct(hasOthers ? telling : words);
    }

    // Read together, so that "c sharp" and "at least once" are what they are in a text; "micro services" is also
    // "microservices", and the other way round.
    private List<PlannedWord> WordsInARow(string text)
    {
        var tokens = analysis.Tokenize(text);
        var variants = snapshot.Compounds(analysis).Of(text, tokens);
        return
        [
            .. tokens.Select(
                (token, index) =>
                    new PlannedWord(
                        text[token.Start..token.End],
                        token.Exact,
                        token.Position,
                        [WordForm.OfStem(token.Stem), .. FormsFor(index, variants)]
                    )
            ),
        ];
    }

    // What is no plain word and ranks all the same: alternatives, a prefix, a word with faults.
    private PlannedWord? Other(QueryNode node, int place)
    {
        if (queries.BuildNode(node) is not { } query)
            return null;
        return node is FuzzyNode { Field: QueryField.All } fuzzy
            ? Misspelt(fuzzy, query, place)
            : new PlannedWord(node.ToString(), "", place, [WordForm.OfQuery(query)]);
    }

    // Lucene would take a misspelling, which is rare, for the more telling word.
    private PlannedWord Misspelt(FuzzyNode fuzzy, Lucene.Net.Search.Query near, int place)
    {
        var word = new PlannedWord(
            fuzzy.ToString(),
            "",
            place,
            [WordForm.OfQuery(near) with { Weight = ranking.Misspelling }]
        );
        return analysis.Tokenize(fuzzy.Text) is [var token]
            ? word with
            {
                Exact = token.Exact,
                Forms = [.. word.Forms, WordForm.OfStem(token.Stem)],
            }
            : word;
    }

    private static IEnumerable<WordForm> FormsFor(int word, IReadOnlyList<CompoundVariant> variants) =>
        variants
            .Where(variant => variant.First <= word && word < variant.First + variant.Count)
            .Select(variant => WordForm.OfRow(variant.Words.Select(part => part.Stem)));

    // What is required decides who is in the answer; where its words stand tells who is first.
    private List<PlannedWord> RequiredWords(ParsedQuery parsed, IReadOnlyList<PlannedWord> plain)
    {
        var place = plain.Count == 0 ? 0 : plain[^1].Place + Evidence.FirstPart;
        var required = new List<PlannedWord>();
        foreach (var node in parsed.Clauses.Where(clause => clause.Required).SelectMany(clause => clause.Node.Leaves))
        {
            var text = node switch
            {
                WordNode { Field: QueryField.All or QueryField.Title } word => word.Text,
                PhraseNode { Field: QueryField.All or QueryField.Title } phrase => phrase.Text,
                _ => "",
            };
            foreach (var token in analysis.Tokenize(text))
                required.Add(OfToken(text, token, place + token.Position));
            place += Evidence.FirstPart;
        }
        return required;
    }

    private static PlannedWord OfToken(string text, Token token, int place) =>
        new(text[token.Start..token.End], token.Exact, place, [WordForm.OfStem(token.Stem)]);

    // A word that stands nowhere, and is no compound that stands somewhere in two words.
    private PlannedWord Correct(PlannedWord word, List<Correction> corrections)
    {
        if (word.Exact.Length == 0 || QueryStopWords.Contains(word.Exact) || word.Forms.Any(Occurs))
            return word;
        var candidates = new SpellingCorrector(snapshot, analysis).Candidates(word.Exact);
        if (candidates.Count == 0)
            return word;
        corrections.Add(new Correction(word.Text, candidates[0].Exact));
        return word with { Exact = candidates[0].Exact, Forms = [.. candidates.Select(Form)] };
    }

    private bool Occurs(WordForm form) =>
        form.Stem is { } stem
            ? snapshot.Frequency(stem) > 0
            : snapshot.Search(form.ToQuery(IndexFields.All), 1).TotalHits > 0;

    // The likeliest reading a little above the others: which of them it is the other words of the query tell.
    private static WordForm Form(Token candidate, int rank) => WordForm.OfStem(candidate.Stem, 1 - (0.1f * rank));

    // A word that is typed twice is meant once.
    private static List<PlannedWord> Distinct(List<PlannedWord> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return words.FindAll(word => word.Forms[0].Stem is not { } stem || seen.Add(stem));
    }
}
