using Search.Engine.Analysis;

namespace Search.Engine.Synonyms;

/// <summary>Words of a query that may be replaced by others.</summary>
/// <param name="Start">Index of the first word that is replaced.</param>
/// <param name="Length">How many words are replaced, at least one.</param>
/// <param name="Words">What stands for them: one word, or several that must stand side by side in this order.</param>
public sealed record SynonymMatch(int Start, int Length, IReadOnlyList<VariantWord> Words);
