using System.Reflection;
using System.Text.RegularExpressions;
using Search.Tests.Relevance;

namespace Search.Tests.Complaints;

/// <summary>Keeps the table beside this true.</summary>
public sealed partial class ComplaintTableTests
{
    private const int Complaints = 71;

    private static readonly string Page = File.ReadAllText(
        Path.Combine(SampleCollection.TestFolder, "Complaints", "README.md")
    );

    [Fact]
    public void Each_test_that_the_table_names_exists()
    {
        var tests = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{Room(type)}.{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = TestName().Matches(Page).Select(match => match.Groups["name"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [Fact]
    public void Each_complaint_has_a_row_of_its_own() =>
        Assert.Equal(
            Enumerable.Range(1, Complaints),
            Row().Matches(Page).Select(match => int.Parse(match.Groups["number"].ValueSpan, null))
        );

    [Fact]
    public void Each_test_of_this_room_is_named_in_the_table()
    {
        var tests = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(type =>
                type.Namespace == typeof(ComplaintTableTests).Namespace && type != typeof(ComplaintTableTests)
            )
            .SelectMany(type =>
                type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            )
            .Select(method => $"`Complaints.{method.DeclaringType!.Name}.{method.Name}`");
        Assert.All(tests, test => Assert.Contains(test, Page, StringComparison.Ordinal));
    }

    private static string? Room(Type type) => type.Namespace?.Split('.')[^1];

    [GeneratedRegex(@"`(?<name>[A-Z]\w+\.\w+Tests\.\w+)`", RegexOptions.NonBacktracking)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| (?<number>\d+) \|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
