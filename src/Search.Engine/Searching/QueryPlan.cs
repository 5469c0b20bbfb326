using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Synonyms;

namespace Search.Engine.Searching;

/// <summary>A parsed query as the index is asked: plain words that rank, and restrictions that Lucene evaluates.</summary>
/// <param name="Text">The query as it was typed.</param>
/// <param name="Words">The plain words, in order; the match mode decides how many of them a document needs.</param>
/// <param name="Restriction">What must and must not match besides; null without any. Its score is added to that of the words.</param>
/// <param name="IsImpossible">True when something is required that no document can have, such as a word of punctuation.</param>
internal sealed record QueryPlan(string Text, IReadOnlyList<PlannedWord> Words, Query? Restriction, bool IsImpossible)
{
    /// <summary>What the second stage judges by: the plain words and those of required words and phrases.</summary>
    public IReadOnlyList<PlannedWord> Judged { get; init; } = [];

    /// <summary>Words that stand nowhere and were read as others.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Words for which others were looked for too.</summary>
    public IReadOnlyList<SynonymUse> Synonyms { get; init; } = [];

    /// <summary>True when something is required besides the plain words, so that these only rank.</summary>
    public bool HasRequired { get; init; }

    /// <summary>True when something must not match: then only a title with the same signs is the query itself.</summary>
    public bool HasExclusions { get; init; }

    /// <summary>True when every document matches.</summary>
    public bool MatchesEverything => Words.Count == 0 && Restriction is null && !IsImpossible;
}

/// <summary>A plain word of the query.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Exact">Unstemmed; empty when the word has no single form.</param>
/// <param name="Place">Its place among all words of the query, left-out stop words counted.</param>
/// <param name="Forms">What it may be in a text; the best of them counts.</param>
internal sealed record PlannedWord(string Text, string Exact, int Place, IReadOnlyList<WordForm> Forms);

/// <summary>Something that a word of the query may be in a text.</summary>
/// <param name="Row">Terms of the stemmed fields that stand in a row; empty when <paramref name="Other"/> says it.</param>
/// <param name="Other">What terms cannot say: a prefix, a word with a number of faults.</param>
/// <param name="Weight">Factor of the score; 1 for the word itself.</param>
internal sealed record WordForm(IReadOnlyList<string> Row, Query? Other, float Weight)
{
    /// <summary>The term, when one says it all.</summary>
    public string? Stem => Row.Count == 1 ? Row[0] : null;

    /// <summary>The form as Lucene looks for it in a field.</summary>
    public Query ToQuery(string field)
    {
        if (Other is not null)
            return Other;
        if (Stem is { } stem)
            return new TermQuery(new Term(field, stem));
        var phrase = new PhraseQuery();
        foreach (var word in Row)
            phrase.Add(new Term(field, word));
        return phrase;
    }

    public static WordForm OfStem(string stem, float weight = 1) => new([stem], null, weight);

    public static WordForm OfRow(IEnumerable<string> stems, float weight = 1) => new([.. stems], null, weight);

    public static WordForm OfQuery(Query query) => new([], query, 1);
}
