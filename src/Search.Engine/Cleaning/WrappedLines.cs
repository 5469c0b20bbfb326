using System.Text;
using System.Text.RegularExpressions;

namespace Search.Engine.Cleaning;

/// <summary>Joins lines that were broken because they were full, and leaves those that end on purpose.</summary>
internal static partial class WrappedLines
{
    private const int ShortestFullLine = 40;
    private const int LongestWrap = 110;

    // People wrap by hand, too, and not at the last possible word.
    private const int Ragged = 8;

    /// <summary>
    /// Lines of a paragraph are joined where the next word would not have fitted, or a sentence plainly goes on; entries
    /// of lists and short lines stay. Paragraphs are joined where an empty line stands inside a sentence.
    /// </summary>
    public static string Join(string text)
    {
        if (!text.Contains('\n'))
            return text;
        var joined = new StringBuilder(text.Length);
        var lastLine = "";
        foreach (var paragraph in Paragraphs(text))
        {
            if (joined.Length > 0)
                joined.Append(GoesOn(lastLine, paragraph[0]) ? " " : "\n\n");
            AppendParagraph(paragraph, joined);
            lastLine = paragraph[^1];
        }
        return joined.ToString();
    }

    private static IEnumerable<List<string>> Paragraphs(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length > 0)
            {
                lines.Add(line);
                continue;
            }
            if (lines.Count > 0)
                yield return lines;
            lines = [];
        }
        if (lines.Count > 0)
            yield return lines;
    }

    private static void AppendParagraph(List<string> lines, StringBuilder joined)
    {
        var width = lines.Max(line => line.Length);
        joined.Append(lines[0]);
        for (var index = 1; index < lines.Count; index++)
        {
            var (line, next) = (lines[index - 1], lines[index]);
            if (IsFull(line, next, width))
                joined.Append(IsIdeograph(line[^1]) && IsIdeograph(next[0]) ? "" : " ");
            else
                joined.Append('\n');
            joined.Append(next);
        }
    }

    private static bool IsFull(string line, string next, int width)
    {
        if (ListMarker().IsMatch(next))
            return false;
        if (char.IsLower(next[0]) || line[^1] == ',')
            return true;
        if (line.Length < ShortestFullLine)
            return false;
        if (!EndsSentence(line) && line[^1] != ':')
            return true;
        var space = next.IndexOf(' ');
        var firstWord = space < 0 ? next.Length : space;
        return width <= LongestWrap && line.Length + 1 + firstWord >= width - Ragged;
    }

    // "…we built a new" [empty line] "scheduler for it."
    private static bool GoesOn(string line, string next) =>
        line.Length >= ShortestFullLine
        && char.IsLower(next[0])
        && (char.IsLetterOrDigit(line[^1]) || line[^1] == ',')
        && !ListMarker().IsMatch(line);

    private static bool EndsSentence(string line) =>
        line[^1] is '.' or '!' or '?' or '…' or '"' or '”' or ')' or '。' or ';';

    private static bool IsIdeograph(char unit) => unit is >= '\u3000' and <= '\u9FFF' or >= '\uFF00' and <= '\uFFEF';

    [GeneratedRegex(
        @"^(?:[-*+•·‣▪–—○●►]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s|[^\w\s]{1,2}\s)",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex ListMarker();
}
