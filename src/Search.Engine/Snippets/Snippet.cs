namespace Search.Engine.Snippets;

/// <summary>The part of a text that best answers a query.</summary>
/// <param name="Field">Where it comes from: <c>abstract</c>, <c>intro</c> or <c>answer</c>.</param>
/// <param name="Text">
/// Plain text on one line, with <c>…</c> where a sentence was cut; sentences that were left out whole leave no mark.
/// Holds no control character, no bidirectional override or isolate, and no half of a surrogate pair.
/// </param>
/// <param name="Ranges">What matched; sorted, apart, inside <paramref name="Text"/>, never within a grapheme.</param>
public sealed record Snippet(string Field, string Text, IReadOnlyList<HighlightRange> Ranges);
