using System.Text;
using System.Text.RegularExpressions;
using Search.Engine.Sources;

namespace Search.Engine.Checking;

/// <summary>Links within a Markdown or HTML file to a heading or an id that the file does not have.</summary>
internal static partial class PageAnchors
{
    private const int MaxCharacters = 16 * 1_024 * 1_024;
    private const int Patience = 2_000;

    private static readonly string[] Extensions = [".md", ".markdown", ".html", ".htm"];

    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static IEnumerable<Finding> Of(SourceFile file)
    {
        if (!Extensions.Contains(Path.GetExtension(file.Path), StringComparer.OrdinalIgnoreCase))
            return [];
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        var text = new StringBuilder();
        var buffer = new char[64 * 1_024];
        while (text.Length < MaxCharacters && reader.ReadBlock(buffer) is var length and > 0)
            text.Append(buffer, 0, length);
        return Of(file.Path, text.ToString());
    }

    /// <summary>As for a file with this text.</summary>
    public static List<Finding> Of(string path, string text)
    {
        var targets = Targets()
            .Matches(text)
            .Select(match => match.Groups["id"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        targets.UnionWith(Headings().Matches(text).Select(match => Anchor(match.Groups["text"].Value)));
        var dead = Links()
            .Matches(text)
            .Where(link => !targets.Contains(Uri.UnescapeDataString(link.Groups["id"].Value)));
        return
        [
            .. dead.Where(link => link.Groups["id"].Value is not "top")
                .Select(link => new Finding(
                    new SourcePosition(path, text.AsSpan(0, link.Index).Count('\n') + 1),
                    DeadAnchors.RuleCode,
                    null,
                    $"links to #{link.Groups["id"].Value}, which is nowhere in the file"
                )),
        ];
    }

    // As GitHub and most generators make them: "What's new?" is whats-new.
    private static string Anchor(string heading)
    {
        var kept = heading
            .Trim()
            .ToLowerInvariant()
            .Where(unit => char.IsLetterOrDigit(unit) || unit is ' ' or '-' or '_');
        return string.Concat(kept).Replace(' ', '-');
    }

    [GeneratedRegex(
        "(?:id|name)\\s*=\\s*[\"'](?<id>[^\"']+)[\"']|\\{#(?<id>[^}\\s]+)\\}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Patience
    )]
    private static partial Regex Targets();

    [GeneratedRegex("^#{1,6}[ \\t]+(?<text>[^\\n{]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Headings();

    [GeneratedRegex(
        "(?:\\]\\(|href\\s*=\\s*[\"'])#(?<id>[^\"')\\s]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Patience
    )]
    private static partial Regex Links();
}
