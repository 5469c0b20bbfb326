using System.Text.RegularExpressions;
using Search.Engine.Searching;

namespace Search.Tests;

/// <summary>Keeps ARCHITECTURE.md and README.md true to the code.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Architecture = File.ReadAllText(Path.Combine(Root, "ARCHITECTURE.md"));

    [Theory]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("README.md")]
    [InlineData("src/Search.Engine/Sources/Formats.md")]
    [InlineData("index-data/corpus/README.md")]
    [InlineData("tests/Search.Benchmarks/README.md")]
    [InlineData("src/Search.Engine/Searching/SearchGuide.md")]
    public void Each_path_of_a_page_exists(string page)
    {
        var file = Path.Combine(Root, page);
        var missing = Paths(File.ReadAllText(file), Path.GetDirectoryName(file) ?? Root).Where(path => !Exists(path));
        Assert.Empty(missing);
    }

    [Fact]
    public void Each_folder_of_src_is_named_in_the_architecture()
    {
        var unnamed = Folders(Path.Combine(Root, "src"))
            .Select(folder => Path.GetRelativePath(Root, folder).Replace('\\', '/'))
            .Where(folder => !Architecture.Contains($"]({folder})", StringComparison.Ordinal));
        Assert.Empty(unnamed);
    }

    [Fact]
    public void Each_type_and_member_named_in_the_architecture_exists()
    {
        var known = new[]
        {
            typeof(SearchEngine),
            typeof(Indexer.SearchIndexer),
            typeof(Service.Settings.SearchSettings),
        }
            .SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name.Split('`')[0]))
            .ToHashSet(StringComparer.Ordinal);
        var named = CodeWords().Matches(Architecture).Select(match => match.Groups["it"].Value).ToList();
        Assert.Contains("RecordBlock", named);
        var unknown = named.Where(name => !known.Contains(name)).ToList();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Each_package_is_in_the_table_of_dependencies()
    {
        var versions = File.ReadAllText(Path.Combine(Root, "Directory.Packages.props"));
        var table = Architecture[Architecture.IndexOf("# Dependencies", StringComparison.Ordinal)..];
        var unnamed = Packages()
            .Matches(versions)
            .Select(match => match.Groups["it"].Value)
            .Where(package => IsUsed(package) && !IsNamed(package, table));
        Assert.Empty(unnamed);
    }

    // A family stands in one row: "Lucene.Net, .Analysis.Common".
    private static bool IsNamed(string package, string table) =>
        table.Contains(package, StringComparison.Ordinal)
        || table
            .Split('\n')
            .Any(row =>
                Family().Match(row) is { Success: true } family
                && package.StartsWith(family.Groups["it"].Value, StringComparison.Ordinal)
                && row.Contains(" " + package[family.Groups["it"].Length..], StringComparison.Ordinal)
            );

    private static bool IsUsed(string package) =>
        Directory
            .EnumerateFiles(Root, "*.*proj", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "Directory.Build.props"))
            .Any(project => File.ReadAllText(project).Contains($"\"{package}\"", StringComparison.Ordinal));

    private static IEnumerable<string> Paths(string page, string folder)
    {
        var links = Links().Matches(page).Select(link => Path.Combine(folder, link.Groups["it"].Value));
        var named = NamedPaths().Matches(page).Select(path => Path.Combine(Root, path.Value));
        return links.Concat(named);
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static IEnumerable<string> Folders(string folder)
    {
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Path.GetFileName(child) is "bin" or "obj" or "Properties")
                continue;
            yield return child;
            foreach (var deeper in Folders(child))
                yield return deeper;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Search.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Search.sln above the tests.");
    }

    // Links to files, with what follows # or ? cut off; links to the web and within the page are left out.
    [GeneratedRegex(@"\]\((?!\w+:|#)(?<it>[^)#?\s]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\w./-])(src|tests|index-data/corpus)/[\w./-]*[\w/-]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NamedPaths();

    [GeneratedRegex(@"`(?<it>[A-Z]\w*[a-z]\w*)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"PackageVersion Include=""(?<it>[^""]+)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Packages();

    [GeneratedRegex(@"^\| (?<it>[\w.]+),", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Family();
}
