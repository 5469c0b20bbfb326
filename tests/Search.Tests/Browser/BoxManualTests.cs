using System.Text.RegularExpressions;

namespace Search.Tests.Browser;

/// <summary>The manual names all that a page can set or hear, and nothing else.</summary>
public sealed partial class BoxManualTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Manual = Read("SearchBox/SearchBox.md");
    private static readonly string Script = Read("wwwroot/search-box/talk-search.js");
    private static readonly string Style = Read("wwwroot/search-box/talk-search.css");

    [Fact]
    public void Each_variable_is_in_the_manual() => Assert.Equal(All(Variables(), Style), All(Variables(), Manual));

    [Fact]
    public void There_are_enough_variables_and_not_too_many() => Assert.InRange(All(Variables(), Style).Count, 20, 30);

    [Fact]
    public void Each_event_is_in_the_manual() =>
        Assert.Equal(All(Emitted(), Script).Select(name => $"`talk-search:{name}`"), All(Events(), Manual));

    [Fact]
    public void Each_text_is_in_the_manual()
    {
        var section = Manual[Manual.IndexOf("## Texts", StringComparison.Ordinal)..];
        var names = Script[..Script.IndexOf("};", StringComparison.Ordinal)];
        Assert.DoesNotContain(All(Texts(), names), name => !section.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_attribute_is_in_the_manual()
    {
        var table = Manual[..Manual.IndexOf("## Keys", StringComparison.Ordinal)];
        Assert.DoesNotContain(
            All(Attributes(), Script),
            name => !table.Contains($"`{name}`", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Each_styled_part_is_in_the_manual() =>
        Assert.DoesNotContain(All(Parts(), Style), name => !Manual.Contains($"`{name}`", StringComparison.Ordinal));

    private static List<string> All(Regex regex, string text) =>
        [.. regex.Matches(text).Select(match => match.Groups["it"].Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, "src/Search.Service", file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Search.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Search.sln above the tests.");
    }

    [GeneratedRegex("(?<it>--ts-[a-z-]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Variables();

    [GeneratedRegex("#emit\\(\"(?<it>\\w+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Emitted();

    [GeneratedRegex("^\\| (?<it>`talk-search:\\w+`)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1_000)]
    private static partial Regex Events();

    [GeneratedRegex("^  (?<it>\\w+):", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1_000)]
    private static partial Regex Texts();

    [GeneratedRegex("this\\.(get|has)Attribute\\(\"(?<it>\\w+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Attributes();

    [GeneratedRegex("\\[part~?=\"(?<it>[\\w-]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Parts();
}
