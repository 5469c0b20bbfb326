namespace Search.Engine.Snippets;

/// <summary>A place of a text that a term of the query matched.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last unit; greater than <paramref name="Start"/>, inside the text.</param>
/// <param name="Term">Which term: a number from 0 that equal words share.</param>
internal readonly record struct TermMatch(int Start, int End, int Term);
