using System.Globalization;

namespace Search.Engine.Analysis;

/// <summary>A character of a run, with the marks that belong to it.</summary>
/// <param name="Text">One letter or surrogate pair, and marks.</param>
/// <param name="Start">First unit in the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Positions">From the token before it, as far as that is known here.</param>
/// <param name="IsInside">True when it follows another in the same token.</param>
/// <param name="Kind">Pairs are made within one kind.</param>
internal readonly record struct RunCharacter(
    string Text,
    int Start,
    int End,
    int Positions,
    bool IsInside,
    RunKind Kind
)
{
    /// <summary>True when nothing stands between the two.</summary>
    public bool Touches(RunCharacter next) => Kind == next.Kind && (next.IsInside || End == next.Start);
}

/// <summary>Reads a token of a run character by character.</summary>
internal sealed class RunReader
{
    private string text = "";
    private int at;
    private int start;
    private int end;
    private int positions;
    private RunKind kind;

    /// <summary>Takes the next token.</summary>
    public void Load(string token, int startOffset, int endOffset, int positionIncrement, RunKind runKind)
    {
        (text, start, end, positions, kind) = (token, startOffset, endOffset, positionIncrement, runKind);
        at = 0;
    }

    /// <summary>The next character, or null when the token is used up.</summary>
    public RunCharacter? Next()
    {
        if (at >= text.Length)
            return null;
        var from = at;
        at += char.IsHighSurrogate(text[from]) ? 2 : 1;
        while (at < text.Length && IsMark(text[at]))
            at++;
        // A token that folding made longer or shorter has no places of its own for its characters.
        var isAsWritten = text.Length == end - start;
        return new RunCharacter(
            text[from..at],
            isAsWritten ? start + from : start,
            isAsWritten ? start + at : end,
            from == 0 ? positions : 1,
            IsInside: from > 0,
            kind
        );
    }

    /// <summary>Forgets the token.</summary>
    public void Clear() => text = "";

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
