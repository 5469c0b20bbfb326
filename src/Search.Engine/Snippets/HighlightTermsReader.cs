using Search.Engine.Analysis;
using Search.Engine.Querying;

namespace Search.Engine.Snippets;

/// <summary>Takes the terms to highlight out of one query.</summary>
internal sealed class HighlightTermsReader(TextAnalysis analysis, Func<string, float> weight)
{
    private readonly HighlightTerms terms = new(analysis);
    private readonly List<QueryNode> inexact = [];
    private readonly List<(string Stem, QueryField Field)> stopWords = [];
    private double weightOfWords;
    private int words;

    public HighlightTerms Read(ParsedQuery query)
    {
        foreach (var clause in query.Clauses)
        {
            if (clause.Node is WordNode word)
                ReadWord(word, clause.Required);
            else
                Read(clause.Node);
        }
        ReadInexact();
        if (terms.Count == 0)
            stopWords.ForEach(stopWord => terms.AddStem(stopWord.Stem, weight(stopWord.Stem), stopWord.Field));
        return terms;
    }

    private void Read(QueryNode node)
    {
        switch (node)
        {
            case WordNode word:
                ReadWord(word, required: false);
                break;
            case PhraseNode phrase:
                ReadPhrase(phrase);
                break;
            case PrefixNode or FuzzyNode or WildcardNode:
                inexact.Add(node);
                break;
            case AnyNode any:
                ReadAll(any.Alternatives);
                break;
            case AllNode all:
                ReadAll(all.Parts);
                break;
        }
    }

    private void ReadAll(IReadOnlyList<QueryNode> nodes)
    {
        foreach (var node in nodes)
            Read(node);
    }

    private void ReadWord(WordNode word, bool required)
    {
        var tokens = analysis.Tokenize(word.Text);
        var onlyStopWords = tokens.TrueForAll(token => QueryStopWords.Contains(token.Exact));
        foreach (var token in tokens)
        {
            if (QueryStopWords.Contains(token.Exact) && !(required && onlyStopWords))
                stopWords.Add((token.Stem, word.Field));
            else
                AddStem(token.Stem, word.Field);
        }
    }

    private void AddStem(string stem, QueryField field)
    {
        var stemWeight = weight(stem);
        weightOfWords += stemWeight;
        words++;
        terms.AddStem(stem, stemWeight, field);
    }

    // A phrase tells more than its words do apart.
    private void ReadPhrase(PhraseNode node)
    {
        const float together = 1.25f;
        if (PhraseTerm.Of(analysis.Tokenize(node.Text)) is { } phrase)
            terms.AddPhrase(phrase, phrase.Stems.Sum(weight) * together, node.Field);
    }

    // The weight of a half-typed or misspelt word is not known; it counts as much as the query's average word.
    private void ReadInexact()
    {
        var average = words == 0 ? 1f : (float)(weightOfWords / words);
        foreach (var node in inexact)
        {
            if (node is PrefixNode prefix)
                ReadPrefix(prefix, average);
            else if (node is WildcardNode wildcard)
                terms.AddWildcard(WildcardPattern.Of(wildcard.Pattern), average, wildcard.Field);
            else if (node is FuzzyNode fuzzy)
                analysis.Tokenize(fuzzy.Text).ForEach(t => terms.AddFuzzy(t.Exact, fuzzy.Edits, average, fuzzy.Field));
        }
    }

    // Of `foo-ba*` only the last word is half typed.
    private void ReadPrefix(PrefixNode node, float average)
    {
        var tokens = analysis.Tokenize(node.Text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i == tokens.Count - 1)
                terms.AddPrefix(tokens[i].Exact, average, node.Field);
            else
                terms.AddStem(tokens[i].Stem, average, node.Field);
        }
    }
}
