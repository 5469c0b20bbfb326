using System.Globalization;

namespace Search.Engine.Snippets;

/// <summary>Turns runs without white space into words: nearly always one; more where ideographs stand or a run is too long.</summary>
internal sealed class RunSplitter(string text, int longestRun, List<TextWord> words)
{
    // Parts of a run that is cut: long enough to show what it is, short enough to fit in beside others.
    private const int LongPart = 16;
    private const int IdeographPart = 4;

    // Graphemes have no greatest length; those that no script has are cut like words.
    private const int LongestGrapheme = 64;

    /// <summary>Adds the words of a run that stands at this column; returns the column behind it.</summary>
    public int Add(TextRun run, int column, bool startsSentence)
    {
        var width = Columns(run.Start, run.End, out var hasIdeographs);
        if (!hasIdeographs && run.End - run.Start <= longestRun)
        {
            words.Add(new TextWord(run.Start, run.End, column, startsSentence));
            return column + width;
        }
        for (var start = run.Start; start < run.End; )
        {
            var end = IsIdeograph(text[start]) ? EndOfIdeographs(start, run.End) : EndOfLetters(start, run.End);
            words.Add(new TextWord(start, end, column, startsSentence));
            column += Columns(start, end, out _);
            startsSentence = SentenceEnds.IsIdeographic(text.AsSpan(start, end - start));
            start = end;
        }
        return column;
    }

    // A few ideographs with the punctuation behind them, so that no part begins with a comma or ends before a full stop.
    private int EndOfIdeographs(int start, int limit)
    {
        var end = start;
        for (var count = 0; count < IdeographPart && end < limit && IsIdeograph(text[end]); count++)
        {
            end = AfterGrapheme(end, limit);
            if (end < limit && char.IsPunctuation(text[end]))
                break;
        }
        while (end < limit && end - start < LongestGrapheme && char.IsPunctuation(text[end]) && !IsOpening(text[end]))
            end = AfterGrapheme(end, limit);
        return end;
    }

    private int EndOfLetters(int start, int limit)
    {
        var whole = start;
        while (whole < limit && !IsIdeograph(text[whole]) && whole - start <= longestRun)
            whole = AfterGrapheme(whole, limit);
        if (whole - start <= longestRun)
            return whole;
        var end = start;
        while (end < whole && end - start < LongPart)
            end = AfterGrapheme(end, limit);
        return end;
    }

    private int AfterGrapheme(int index, int limit)
    {
        if (index + 1 >= limit || GraphemeBorders.IsPlainBorder(text, index + 1))
            return index + 1;
        var window = text.AsSpan(index, Math.Min(LongestGrapheme, limit - index));
        var end = index + StringInfo.GetNextTextElementLength(window);
        var cutsPair = end < limit && char.IsSurrogatePair(text[end - 1], text[end]);
        return cutsPair ? end - 1 : end;
    }

    private int Columns(int start, int end, out bool hasIdeographs)
    {
        hasIdeographs = false;
        var columns = 0;
        foreach (var unit in text.AsSpan(start, end - start))
        {
            columns += IsWide(unit) ? 2 : 1;
            hasIdeographs |= IsIdeograph(unit);
        }
        return columns;
    }

    private static bool IsOpening(char unit) =>
        char.GetUnicodeCategory(unit) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;

    // Ideographs, kana and full-width forms: written without spaces. High surrogates D840-D8BF are the ideographs beyond FFFF.
    private static bool IsIdeograph(char unit) =>
        unit
            is (>= '\u2E80' and <= '\uA4CF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFF00' and <= '\uFFEF')
                or (>= '\uD840' and <= '\uD8BF');

    // A surrogate pair counts two columns by its two units.
    private static bool IsWide(char unit) =>
        unit >= '\u1100'
        && (
            unit <= '\u115F'
            || unit is >= '\uAC00' and <= '\uD7A3'
            || (IsIdeograph(unit) && unit is not (>= '\uD840' and <= '\uD8BF'))
        );
}
