using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Search.Engine.Cleaning;

namespace Search.Engine.Sources;

/// <summary>One caption: what is said from a time on.</summary>
/// <param name="Start">From the beginning of the recording.</param>
/// <param name="End">When it goes; later than its start.</param>
/// <param name="Voice">Who speaks, when the file says so.</param>
/// <param name="Text">On one line; never empty.</param>
internal readonly record struct CaptionCue(TimeSpan Start, TimeSpan End, string? Voice, string Text);

/// <summary>The captions of a WebVTT or SubRip file.</summary>
internal sealed partial class CaptionCues
{
    /// <summary>In the order of the file.</summary>
    public List<CaptionCue> Cues { get; } = [];

    /// <summary>What notes and the head of the file say, as <c>name: value</c>: Title, Language, Url.</summary>
    public Dictionary<string, string> Head { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lines with times that cannot be read.</summary>
    public List<long> BadLines { get; } = [];

    public static CaptionCues Of(string text, CancellationToken cancellationToken)
    {
        var cues = new CaptionCues();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var isHead = true;
        for (var index = 0; index < lines.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = lines[index].Trim('\uFEFF', ' ', '\t');
            if (!line.Contains("-->", StringComparison.Ordinal))
            {
                if (isHead || line.StartsWith("NOTE", StringComparison.Ordinal))
                    cues.AddHead(line);
                continue;
            }
            isHead = false;
            index = cues.AddCue(lines, index, line);
        }
        return cues;
    }

    private void AddHead(string line)
    {
        var match = HeadLine().Match(line);
        if (match.Success)
            Head.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value.Trim());
        else if (line.StartsWith("WEBVTT", StringComparison.Ordinal) && line.Length > 6)
            Head.TryAdd("title", line[6..].Trim(' ', '-', '–'));
    }

    // Gives the last line that belongs to the caption. Text ends at an empty line, or where the next times stand.
    private int AddCue(string[] lines, int index, string times)
    {
        var match = Times().Match(times);
        if (!match.Success)
        {
            BadLines.Add(index + 1);
            return index;
        }
        string? voice = null;
        var said = new List<string>();
        while (index + 1 < lines.Length && lines[index + 1].Trim().Length > 0)
        {
            if (lines[index + 1].Contains("-->", StringComparison.Ordinal))
                break;
            var line = lines[++index];
            voice ??= Voice().Match(line) is { Success: true } named ? named.Groups["name"].Value.Trim() : null;
            said.Add(Plain(line));
        }
        // The number of the next caption, where no empty line stands between.
        if (
            index + 1 < lines.Length
            && lines[index + 1].Contains("-->", StringComparison.Ordinal)
            && said is [.., var last]
            && last.All(char.IsAsciiDigit)
        )
            said.RemoveAt(said.Count - 1);
        foreach (var line in said)
            AddLine(TimeOf(match, "start"), TimeOf(match, "end"), voice, line);
        return index;
    }

    // Automatic captions roll: each shows the line before once more.
    private void AddLine(TimeSpan start, TimeSpan end, string? voice, string line)
    {
        if (
            line.Length == 0
            || (Cues is [.., var before] && before.Text == line)
            || (Cues is [.., var earlier, _] && earlier.Text == line)
        )
            return;
        Cues.Add(
            new(
                start,
                end,
                voice ?? (line.StartsWith(">>", StringComparison.Ordinal) ? "" : null),
                line.TrimStart('>', ' ')
            )
        );
    }

    private static string Plain(string line) => PlainText.Line(WebUtility.HtmlDecode(Tag().Replace(line, "")));

    private static TimeSpan TimeOf(Match match, string name)
    {
        var parts = match.Groups[name].Value.Split(':', '.', ',');
        var numbers = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        // Hours may be missing.
        if (numbers.Count == 3)
            numbers.Insert(0, 0);
        return new(0, numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    [GeneratedRegex(
        @"^(?<start>(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?<end>(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Times();

    [GeneratedRegex(
        @"^(?:NOTE\s+)?(?<name>title|language|url|link|talk|speaker|speakers|date|event|kind)\s*[:=]\s*(?<value>\S.*)$",
        RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex HeadLine();

    [GeneratedRegex(@"^\s*<v(?:\.[^ >]*)?\s+(?<name>[^>]{1,80})>", RegexOptions.None, Patience.Milliseconds)]
    private static partial Regex Voice();

    [GeneratedRegex(
        @"</?(?:[a-z]|font|ruby|rt|lang|\d)[^<>]{0,200}>|\{\\an?\d\}",
        RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Tag();
}
