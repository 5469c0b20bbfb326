using System.Text;
using System.Text.RegularExpressions;

namespace Search.Engine.Cleaning;

/// <summary>Takes the markup of reStructuredText out of a text.</summary>
internal static partial class ReStructuredText
{
    /// <summary>True when something stands there that only reStructuredText has: directives, <c>`text &lt;url&gt;`_</c>, <c>``code``</c>, roles.</summary>
    public static bool IsLikely(string text) =>
        (text.Contains('`') || text.Contains("..", StringComparison.Ordinal)) && Signs().IsMatch(text);

    /// <summary>The text without markup; lines are still wrapped as they were.</summary>
    public static string Unmark(string text)
    {
        var lines = text.Split('\n');
        var kept = new StringBuilder(text.Length);
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (IsAdornment(lines, index))
                kept.Append('\n');
            else if (Explicit().Match(line) is { Success: true } mark)
                index = SkipExplicit(lines, index, mark, kept);
            else
                kept.Append(Inline(line)).Append('\n');
        }
        return kept.ToString();
    }

    // Underlines of titles: three or more of one sign below a line of text, or above one.
    private static bool IsAdornment(string[] lines, int index) =>
        Adornment().IsMatch(lines[index].TrimEnd())
        && (
            (index > 0 && lines[index - 1].Trim().Length > 0)
            || (index + 1 < lines.Length && lines[index + 1].Trim().Length > 0)
        );

    // A directive whose content is text keeps it; of targets, images and comments nothing stays. Gives the last line used.
    private static int SkipExplicit(string[] lines, int index, Match mark, StringBuilder kept)
    {
        var indent = Indent(lines[index]);
        var isText = TextDirectives().IsMatch(mark.Groups["name"].Value);
        kept.Append('\n');
        while (index + 1 < lines.Length && (lines[index + 1].Trim().Length == 0 || Indent(lines[index + 1]) > indent))
        {
            var line = lines[++index].Trim();
            if (line.Length == 0 || (isText && !Option().IsMatch(line)))
                kept.Append(Inline(line)).Append('\n');
        }
        return index;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static string Inline(string line)
    {
        if (line.AsSpan().IndexOfAny("`*|_:") < 0)
            return line;
        var text = Literal().Replace(line, "${it}");
        text = Role().Replace(text, match => TargetOf().Replace(match.Groups["it"].Value, ""));
        text = Link().Replace(text, match => TargetOf().Replace(match.Groups["it"].Value, ""));
        text = Strong().Replace(text, "${it}");
        text = Emphasis().Replace(text, "${it}");
        return text.EndsWith("::", StringComparison.Ordinal) ? text[..^1] : text;
    }

    [GeneratedRegex(
        @"^\.\. [\w-]+::|^\.\. _[^:\n]+:|`[^`\n]+<[^>`\n]+>\s*`__?|(?<!`)``[^`\n]+``(?!`)|:[\w-]+:`[^`\n]+`",
        RegexOptions.Multiline,
        Patience.Milliseconds
    )]
    private static partial Regex Signs();

    [GeneratedRegex(@"^\s*\.\.(?:\s+(?<name>[\w-]+)::.*|\s.*)?$", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Explicit();

    [GeneratedRegex(
        "^(?:note|warning|tip|hint|important|admonition|attention|caution|danger|error|seealso|epigraph|pull-quote|code|code-block|sourcecode|topic|sidebar|container|rubric|parsed-literal)$",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex TextDirectives();

    [GeneratedRegex(@"^:[\w-]+:(?:\s|$)", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Option();

    [GeneratedRegex(@"^(?<sign>[=\-~^""'`#*+:.<>_])\k<sign>{2,}$", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Adornment();

    [GeneratedRegex(@"``(?<it>[^`]+)``", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Literal();

    [GeneratedRegex(@":[\w:-]+:`(?<it>[^`]+)`", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Role();

    [GeneratedRegex(@"`(?<it>[^`]+)`(?:__?)?", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s*<[^<>]*>\s*$", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex TargetOf();

    [GeneratedRegex(@"(?<!\w)\*\*(?<it>[^*\n]+)\*\*(?!\w)", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\w*])\*(?<it>[^*\s][^*\n]*)\*(?![\w*])", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Emphasis();
}
