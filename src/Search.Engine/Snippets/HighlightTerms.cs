using System.Runtime.InteropServices;
using Search.Engine.Analysis;
using Search.Engine.Querying;

namespace Search.Engine.Snippets;

/// <summary>
/// Which words of a text count as matches of a query. Made once a request; safe for many threads once nothing is added any
/// more. Plain words count by their stem; stop words only when the query holds nothing else, or as <c>+word</c>; phrases
/// where they stand whole, unstemmed; prefixes and fuzzy words by the unstemmed form. What the query excludes never counts.
/// </summary>
public sealed class HighlightTerms
{
    private readonly TextAnalysis analysis;
    private readonly List<float> weights = [];
    private readonly Dictionary<string, FieldTerm> stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PhraseInFields>> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PhraseInFields>> stemPhrases = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, FieldTerm Term)> prefixes = [];
    private readonly List<(WildcardPattern Pattern, FieldTerm Term)> wildcards = [];
    private readonly List<(FuzzyTerm Fuzzy, FieldTerm Term)> fuzzies = [];
    private int fields;

    internal HighlightTerms(TextAnalysis analysis) => this.analysis = analysis;

    /// <summary>The terms of a query.</summary>
    /// <param name="query">What the user typed, understood.</param>
    /// <param name="analysis">The same that the texts of the index went through.</param>
    /// <param name="weight">How much a stem tells, such as its idf; snippets prefer what tells more. Without it all count 1.</param>
    public static HighlightTerms Of(ParsedQuery query, TextAnalysis analysis, Func<string, float>? weight = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(analysis);
        return new HighlightTermsReader(analysis, weight ?? (_ => 1f)).Read(query);
    }

    /// <summary>How many different terms there are.</summary>
    internal int Count => weights.Count;

    /// <summary>What a term counts in the choice of a snippet; positive.</summary>
    internal float Weight(int term) => weights[term];

    /// <summary>Words with this stem count too, such as a corrected word or a synonym.</summary>
    internal void AddStem(string stem, float weight = 1, QueryField field = QueryField.All)
    {
        var known = stems.TryGetValue(stem, out var term) ? term : NewTerm(weight);
        stems[stem] = Widen(known, field);
    }

    /// <summary>Neighbouring words with these stems count too, as one, such as a synonym of several words.</summary>
    internal void AddStems(IReadOnlyList<string> stems, float weight = 1, QueryField field = QueryField.All) =>
        Add(PhraseTerm.OfStems(stems), stemPhrases, weight, field);

    /// <summary>This phrase counts too, unstemmed; nothing when the text holds no word.</summary>
    internal void AddPhrase(string text, float weight = 1, QueryField field = QueryField.All) =>
        AddPhrase(PhraseTerm.Of(analysis.Tokenize(text)), weight, field);

    internal void AddPhrase(PhraseTerm? phrase, float weight, QueryField field) => Add(phrase, phrases, weight, field);

    /// <summary>Words whose unstemmed form begins like this count too.</summary>
    internal void AddPrefix(string prefix, float weight = 1, QueryField field = QueryField.All) =>
        prefixes.Add((prefix, Widen(NewTerm(weight), field)));

    /// <summary>Words whose unstemmed form fits the pattern count too.</summary>
    internal void AddWildcard(WildcardPattern pattern, float weight = 1, QueryField field = QueryField.All) =>
        wildcards.Add((pattern, Widen(NewTerm(weight), field)));

    /// <summary>Words whose unstemmed form is at most so many edits away count too.</summary>
    internal void AddFuzzy(string exact, int edits, float weight = 1, QueryField field = QueryField.All) =>
        fuzzies.Add((new FuzzyTerm(exact, edits), Widen(NewTerm(weight), field)));

    /// <summary>The places of a text of <paramref name="field"/> that match, by their start; they may overlap.</summary>
    internal List<TermMatch> Matches(string text, QueryField field)
    {
        if ((fields & (1 << (int)field)) == 0 || text.Length == 0)
            return [];
        return Matches(CollectionsMarshal.AsSpan(analysis.TokenizeAsIndexed(text)), text.Length, field);
    }

    /// <summary>The same for a text of this length that is tokens already. Tokens may overlap and share positions.</summary>
    internal List<TermMatch> Matches(ReadOnlySpan<Token> tokens, int length, QueryField field)
    {
        var matches = new List<TermMatch>();
        var asked = 1 << (int)field;
        for (var i = 0; i < tokens.Length; i++)
        {
            AddPhrasesAt(tokens, i, phrases, tokens[i].Exact);
            AddPhrasesAt(tokens, i, stemPhrases, tokens[i].Stem);
            if (TermOf(tokens[i], asked) is { } term)
                AddMatch(matches, new TermMatch(tokens[i].Start, tokens[i].End, term), length);
        }
        return matches;

        void AddPhrasesAt(
            ReadOnlySpan<Token> text,
            int first,
            Dictionary<string, List<PhraseInFields>> known,
            string form
        )
        {
            if (known.Count == 0 || !known.TryGetValue(form, out var candidates))
                return;
            foreach (var (phrase, term) in candidates)
            {
                if ((term.Fields & asked) != 0 && phrase.StandsAt(text, first, out var range))
                    AddMatch(matches, new TermMatch(range.Start, range.End, term.Number), length);
            }
        }
    }

    // One term a word, so that `log log*` does not take one word for two.
    private int? TermOf(in Token token, int asked)
    {
        if (stems.TryGetValue(token.Stem, out var word) && (word.Fields & asked) != 0)
            return word.Number;
        foreach (var (prefix, term) in prefixes)
        {
            if ((term.Fields & asked) != 0 && token.Exact.StartsWith(prefix, StringComparison.Ordinal))
                return term.Number;
        }
        foreach (var (pattern, term) in wildcards)
        {
            if ((term.Fields & asked) != 0 && token.Exact.Length > 0 && pattern.Matches(token.Exact))
                return term.Number;
        }
        foreach (var (fuzzy, term) in fuzzies)
        {
            if ((term.Fields & asked) != 0 && fuzzy.Matches(token.Exact))
                return term.Number;
        }
        return null;
    }

    // Parts of compounds may come out of order; nearly always the match goes to the end.
    private static void AddMatch(List<TermMatch> matches, TermMatch match, int length)
    {
        if (match.Start < 0 || match.Start >= match.End || match.End > length)
            return;
        var place = matches.Count;
        while (place > 0 && matches[place - 1].Start > match.Start)
            place--;
        matches.Insert(place, match);
    }

    private void Add(PhraseTerm? phrase, Dictionary<string, List<PhraseInFields>> known, float weight, QueryField field)
    {
        if (phrase is null)
            return;
        var term = Widen(NewTerm(weight), field);
        foreach (var form in phrase.FirstForms)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(known, form, out _);
            (list ??= []).Add(new PhraseInFields(phrase, term));
        }
    }

    private FieldTerm NewTerm(float weight)
    {
        weights.Add(float.IsFinite(weight) && weight > 0 ? weight : 1);
        return new FieldTerm(weights.Count - 1, 0);
    }

    private FieldTerm Widen(FieldTerm term, QueryField field)
    {
        var added = field == QueryField.All ? -1 : 1 << (int)field;
        fields |= added;
        return term with { Fields = term.Fields | added };
    }

    /// <summary>A term and the fields in which it counts, a bit each.</summary>
    private readonly record struct FieldTerm(int Number, int Fields);

    private readonly record struct PhraseInFields(PhraseTerm Phrase, FieldTerm Term);
}
