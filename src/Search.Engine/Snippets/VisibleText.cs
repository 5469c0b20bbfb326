namespace Search.Engine.Snippets;

/// <summary>
/// What of a text is shown. Control characters and the bidirectional embeddings, overrides and isolates (U+202A-202E,
/// U+2066-2069) are left out: cut in the middle they would stay open and turn around the page behind them; letters and the
/// marks U+200E and U+200F, which are kept, carry the direction that a line needs.
/// </summary>
internal static class VisibleText
{
    /// <summary>True for what is left out; white space is not.</summary>
    public static bool IsLeftOut(char unit) =>
        unit < '\u2000'
            ? (unit < ' ' || unit is >= '\u007F' and <= '\u009F') && !char.IsWhiteSpace(unit)
            : unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The unit at <paramref name="index"/>; U+FFFD for half a surrogate pair and for what is no character.</summary>
    public static char At(string text, int index)
    {
        var unit = text[index];
        if (unit < '\uD800' || (unit >= '\uE000' && unit < '\uFDD0'))
            return unit;
        var isWhole =
            char.IsHighSurrogate(unit) ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(unit) ? index > 0 && char.IsHighSurrogate(text[index - 1])
            : unit is not ((>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF');
        return isWhole ? unit : '\uFFFD';
    }
}
