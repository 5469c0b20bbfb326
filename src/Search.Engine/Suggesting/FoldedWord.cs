namespace Search.Engine.Suggesting;

/// <summary>A word of a text, in the letters of <see cref="WordSplitter"/> and in the text itself.</summary>
/// <param name="First">Its first folded letter.</param>
/// <param name="Length">Folded letters.</param>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last unit, accents that stand alone included.</param>
/// <param name="IsOpen">Whether its end cannot be told: then a whole word and the beginning of one are the same.</param>
internal readonly record struct FoldedWord(int First, int Length, int Start, int End, bool IsOpen);
