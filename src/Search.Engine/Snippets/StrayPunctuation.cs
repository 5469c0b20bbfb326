using System.Globalization;

namespace Search.Engine.Snippets;

/// <summary>Punctuation that belongs to what a snippet leaves out.</summary>
internal static class StrayPunctuation
{
    private const string NeverFirst = ",;、。，．；：！？｡､…—–";

    // Joiners and spaces of no width: they belong to what stands before them.
    private const string Joiners = "\u200B\u200C\u200D\u2060\uFEFF";
    private const string NeverBeforeCut = ",;:-–—、，；：…";

    /// <summary>Where to begin instead of <paramref name="start"/>: at most at <paramref name="limit"/>, before <paramref name="end"/>.</summary>
    /// <example><c>, is the author</c> begins at <c>is</c>; <c>.NET</c>, <c>"So</c> and <c>--help</c> stay whole.</example>
    public static int SkipAtStart(string text, int start, int limit, int end)
    {
        var i = start;
        while (i < limit && (char.IsWhiteSpace(text[i]) || VisibleText.IsLeftOut(text[i]) || IsStray(text, i, start)))
            i++;
        return i < end ? i : start;
    }

    /// <summary>Where to end instead of <paramref name="end"/>, at least at <paramref name="limit"/>, when an ellipsis follows.</summary>
    /// <example><c>we use Raft, (</c> ends behind <c>Raft</c>.</example>
    public static int DropAtCut(string text, int limit, int end)
    {
        while (end > limit && IsOpen(text[end - 1]))
            end--;
        return end;
    }

    private static bool IsStray(string text, int index, int start)
    {
        var unit = text[index];
        if (char.IsSurrogate(unit))
            return false;
        var follower = index + 1 < text.Length ? text[index + 1] : ' ';
        switch (char.GetUnicodeCategory(text, index))
        {
            case UnicodeCategory.ClosePunctuation:
            case UnicodeCategory.FinalQuotePunctuation:
            case UnicodeCategory.NonSpacingMark:
            case UnicodeCategory.SpacingCombiningMark:
            case UnicodeCategory.EnclosingMark:
                return true;
            case UnicodeCategory.Format:
                return Joiners.Contains(unit);
            case UnicodeCategory.OtherPunctuation:
            case UnicodeCategory.DashPunctuation:
            case UnicodeCategory.ConnectorPunctuation:
            case UnicodeCategory.MathSymbol:
                var trailsDots = unit == '.' && index > start && text[index - 1] == '.';
                return NeverFirst.Contains(unit) || trailsDots || !CanFollow(follower);
            default:
                return false;
        }
    }

    // What makes the punctuation before it the beginning of something: `.NET`, `"So`, `--help`, `¿Qué`.
    private static bool CanFollow(char follower) =>
        char.IsLetterOrDigit(follower) || char.IsSurrogate(follower) || "-_$/\"'([{<@#".Contains(follower);

    private static bool IsOpen(char unit) =>
        char.IsWhiteSpace(unit)
        || VisibleText.IsLeftOut(unit)
        || NeverBeforeCut.Contains(unit)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;
}
