using Search.Engine.Analysis;

namespace Search.Tests.Analysis;

public sealed class CompoundVariantsTests : IDisposable
{
    private static readonly Dictionary<string, int> Known = new()
    {
        ["micro"] = 7,
        ["servic"] = 9,
        ["microservic"] = 20,
        ["real"] = 40,
        ["time"] = 90,
        ["realtim"] = 3,
        ["python"] = 90,
        ["3"] = 50,
        ["3.12"] = 5,
        ["python3"] = 4,
        ["on"] = 99,
        ["line"] = 30,
        ["onlin"] = 30,
        ["not"] = 99,
        ["abl"] = 20,
        ["log"] = 8,
        ["in"] = 99,
        ["login"] = 6,
        ["ab"] = 2,
        ["cd"] = 1,
        ["abc"] = 1,
        ["d"] = 1,
    };

    private readonly TextAnalysis analysis = new();

    [Theory]
    [InlineData("micro services", "0+2 microservic")]
    [InlineData("micro-services", "0+2 microservic")]
    [InlineData("microservices", "0+1 micro servic")]
    [InlineData("fast microservices in real time", "1+1 micro servic; 3+2 realtim")]
    [InlineData("Real-Time", "0+2 realtim")]
    [InlineData("python3", "0+1 python 3")]
    [InlineData("python3.12", "0+1 python 3.12")]
    [InlineData("Python 3", "0+2 python3")]
    [InlineData("on line", "")]
    [InlineData("on-line", "0+2 onlin")]
    [InlineData("online", "")]
    [InlineData("log in", "0+2 login")]
    [InlineData("notable", "")]
    [InlineData("real, time", "")]
    [InlineData("unknown words", "")]
    [InlineData("abcd", "0+1 ab cd")]
    [InlineData("3 3.12", "")]
    [InlineData("入門 門入", "")]
    [InlineData("C# .NET", "")]
    [InlineData("", "")]
    public void Known_variants_are_given(string query, string expected)
    {
        var variants = new CompoundVariants(analysis, stem => Known.GetValueOrDefault(stem));
        var found = variants.Of(query, analysis.Tokenize(query));
        Assert.Equal(expected, string.Join("; ", found.Select(Write)));
    }

    [Fact]
    public void The_halves_that_are_least_rare_win()
    {
        var counts = new Dictionary<string, int>
        {
            ["therm"] = 1,
            ["ostat"] = 9,
            ["thermo"] = 5,
            ["stat"] = 6,
        };
        var variants = new CompoundVariants(analysis, stem => counts.GetValueOrDefault(stem));
        var variant = Assert.Single(variants.Of("thermostat", analysis.Tokenize("thermostat")));
        Assert.Equal(["thermo", "stat"], variant.Words.Select(word => word.Exact));
    }

    [Fact]
    public void An_endless_query_is_not_looked_at_whole()
    {
        var query = string.Join(' ', Enumerable.Repeat("microservices", 1_000));
        var variants = new CompoundVariants(analysis, stem => Known.GetValueOrDefault(stem));
        Assert.Equal(CompoundVariants.MaxTokens, variants.Of(query, analysis.Tokenize(query)).Count);
    }

    public void Dispose() => analysis.Dispose();

    private static string Write(CompoundVariant variant) =>
        $"{variant.First}+{variant.Count} {string.Join(' ', variant.Words.Select(word => word.Stem))}";
}
