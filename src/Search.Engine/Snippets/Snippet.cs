namespace Search.Engine.Snippets;

/// <summary>The part of a text that best answers a query.</summary>
/// <param name="Field">Where it comes from: <c>abstract</c>, <c>intro</c> or <c>answer</c>.</param>
/// <param name="Text">Plain text, with <c>…</c> where something was left out.</param>
/// <param name="Ranges">What matched; sorted, apart, inside <paramref name="Text"/>, never within a grapheme.</param>
public sealed record Snippet(string Field, string Text, IReadOnlyList<HighlightRange> Ranges);
