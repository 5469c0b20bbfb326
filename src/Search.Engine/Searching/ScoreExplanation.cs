namespace Search.Engine.Searching;

/// <summary>One named part of a score.</summary>
/// <param name="Name">What it is for; one of the names of this class.</param>
/// <param name="Value">What it adds; negative only for <see cref="RepeatedInterview"/>.</param>
public sealed record ScorePart(string Name, float Value)
{
    /// <summary>How often and how tellingly the words occur (BM25).</summary>
    public const string Words = "words";

    /// <summary>The query is the title.</summary>
    public const string ExactTitle = "exact title";

    /// <summary>Many of the words occur.</summary>
    public const string Coverage = "words found";

    /// <summary>Words occur as they were typed.</summary>
    public const string ExactForm = "as typed";

    /// <summary>Words stand in the title as they were typed.</summary>
    public const string ExactInTitle = "as typed in the title";

    /// <summary>Neighbouring words stand side by side.</summary>
    public const string Phrase = "phrase";

    /// <summary>Neighbouring words stand near each other.</summary>
    public const string Near = "near each other";

    /// <summary>Words stand in the title.</summary>
    public const string Title = "title";

    /// <summary>All words stand in the title.</summary>
    public const string WholeTitle = "whole title";

    /// <summary>The title begins with the words.</summary>
    public const string TitleStart = "beginning of the title";

    /// <summary>Words stand in the name of a speaker.</summary>
    public const string Speaker = "speaker";

    /// <summary>Words stand in the question.</summary>
    public const string Question = "question";

    /// <summary>The record is among the newer ones.</summary>
    public const string Recency = "recency";

    /// <summary>Better answers of the same interview stand above.</summary>
    public const string RepeatedInterview = "repeated interview";
}

/// <summary>How a score came about.</summary>
/// <param name="Parts">They add up to the score; the words come first.</param>
/// <param name="Sentence">The reasons that weigh most, for people.</param>
public sealed record ScoreExplanation(IReadOnlyList<ScorePart> Parts, string Sentence)
{
    private const int MostReasons = 3;

    internal static ScoreExplanation Of(IReadOnlyList<ScorePart> parts)
    {
        var reasons = parts
            .Skip(1)
            .Where(part => part.Value > 0 && part.Name != ScorePart.Coverage)
            .OrderByDescending(part => part.Value)
            .Take(MostReasons)
            .Select(part => Reason(part.Name))
            .ToList();
        var sentence = reasons switch
        {
            [] => "The words of the query occur in it.",
            [var only] => $"The words of the query occur in it, and {only}.",
            _ => $"The words of the query occur in it, {string.Join(", ", reasons.SkipLast(1))} and {reasons[^1]}.",
        };
        return new ScoreExplanation(parts, sentence);
    }

    private static string Reason(string part) =>
        part switch
        {
            ScorePart.ExactTitle => "the query is its title",
            ScorePart.ExactForm => "they stand there as typed",
            ScorePart.ExactInTitle => "they stand in the title as typed",
            ScorePart.Phrase => "neighbouring words stand side by side",
            ScorePart.Near => "neighbouring words stand near each other",
            ScorePart.Title => "some of them are in the title",
            ScorePart.WholeTitle => "all of them are in the title",
            ScorePart.TitleStart => "its title begins with them",
            ScorePart.Speaker => "they are in the name of a speaker",
            ScorePart.Question => "some of them are in the question",
            ScorePart.Recency => "it is among the newer ones",
            _ => part,
        };
}
