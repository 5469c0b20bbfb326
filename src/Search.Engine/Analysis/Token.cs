namespace Search.Engine.Analysis;

/// <summary>One word of a text, in both forms that the index knows.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last unit.</param>
/// <param name="Position">Place in the row of words; words of a phrase stand at neighbouring positions.</param>
/// <param name="Exact">
/// Folded, unstemmed: what quoted text is compared by. Empty for another reading, such as realtime for real-time, which quoted text does not find.
/// </param>
/// <param name="Stem">What plain words are compared by.</param>
public readonly record struct Token(int Start, int End, int Position, string Exact, string Stem);
