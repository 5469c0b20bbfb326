using Search.Engine.Searching;

namespace Search.Engine.Relating;

/// <summary>The answer to a <see cref="RelatedRequest"/>.</summary>
/// <param name="Words">The words that were looked for, the most telling first, as the text spells them; at most 25.</param>
/// <param name="Hits">Best first; never of the target's own work.</param>
/// <param name="Warnings">Plain sentences about what was left out.</param>
public sealed record RelatedResponse(
    IReadOnlyList<string> Words,
    IReadOnlyList<RelatedHit> Hits,
    IReadOnlyList<string> Warnings
);

/// <summary>A work that is like the target.</summary>
/// <param name="Hit">As a search would show it, with the shared words marked.</param>
/// <param name="Similarity">
/// 0 to 1: the cosine of the two texts' tf-idf vectors. Two texts on one matter have .1 to .4, the same text told again in
/// other words .4 to .7, nearly the same text .9 and more. Of an interview the best of its whole text and its best passages.
/// </param>
public sealed record RelatedHit(SearchHit Hit, float Similarity);
