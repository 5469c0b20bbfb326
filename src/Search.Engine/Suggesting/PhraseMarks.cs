namespace Search.Engine.Suggesting;

/// <summary>
/// Where phrases may begin and end in a text. Words that only a sign joins (<c>node.js</c>, <c>at-least-once</c>) are one
/// unit, which is never parted: a search might read them as one word. Punctuation between words parts phrases.
/// </summary>
internal static class PhraseMarks
{
    private const byte NewUnit = 1;
    private const byte Parted = 2;

    /// <summary>Whether a unit begins with the word that has this mark.</summary>
    public static bool StartsUnit(byte mark) => (mark & NewUnit) != 0;

    /// <summary>Whether no phrase goes from the word before to this one.</summary>
    public static bool IsParted(byte mark) => (mark & Parted) != 0;

    /// <summary>Whether the unit begins with a full stop: <c>.NET</c>.</summary>
    public static bool StartsWithDot(byte mark) => StartsUnit(mark) && Sign(mark) == '.' % SignCount;

    /// <summary>A number for the sign that stands before the word in its unit, so that <c>a.b</c> and <c>a-b</c> differ.</summary>
    public static int Sign(byte mark) => mark / (NewUnit + Parted + 1);

    /// <summary>Writes the mark of each word of a text.</summary>
    public static void Fill(Span<byte> marks, string text, IReadOnlyList<FoldedWord> words)
    {
        var end = 0;
        for (var place = 0; place < marks.Length; place++)
        {
            var word = words[place];
            // Places in a run without spaces overlap.
            var gap = word.Start < end ? [] : text.AsSpan(end, word.Start - end);
            marks[place] = place == 0 ? MarkOfFirst(gap) : MarkOf(gap);
            end = word.End;
        }
    }

    private const int SignCount = 61;

    private static byte MarkOfFirst(ReadOnlySpan<char> gap) => Mark(NewUnit | Parted, LeadingDot(gap));

    private static byte MarkOf(ReadOnlySpan<char> gap)
    {
        if (gap.IsWhiteSpace())
            return Mark(gap.IsEmpty ? NewUnit | Parted : NewUnit, '\0');
        var isOneSign = gap.Length == 1 || gap.IndexOfAnyExcept('_') < 0;
        if (isOneSign)
            return Mark(0, gap[0]);
        var isOnlyDot = gap[..^1].IsWhiteSpace() && gap[^1] == '.';
        return Mark(isOnlyDot ? NewUnit : NewUnit | Parted, LeadingDot(gap));
    }

    private static char LeadingDot(ReadOnlySpan<char> gap)
    {
        var isLeading = gap is [.., '.'] && (gap.Length == 1 || char.IsWhiteSpace(gap[^2]));
        return isLeading ? '.' : '\0';
    }

    private static byte Mark(int flags, char sign) => (byte)(flags + (sign % SignCount * (NewUnit + Parted + 1)));
}
