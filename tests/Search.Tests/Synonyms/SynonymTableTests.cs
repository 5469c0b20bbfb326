using CsCheck;
using Search.Engine.Analysis;
using Search.Engine.Synonyms;

namespace Search.Tests.Synonyms;

public sealed class SynonymTableTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    [Theory]
    [InlineData("k8s, kubernetes", "k8s", "0+1 kubernetes")]
    [InlineData("k8s, kubernetes", "kubernetes", "0+1 k8s")]
    [InlineData("postgres => postgresql", "postgres", "0+1 postgresql")]
    [InlineData("postgres => postgresql", "postgresql", "")]
    [InlineData("ml, machine learning", "ml", "0+1 machine learning")]
    [InlineData("ml, machine learning", "applied machine learning", "1+2 ml")]
    [InlineData("ml, machine learning", "machine", "")]
    [InlineData("ml, machine learning", "learning machine", "")]
    [InlineData("ml, machine learning", "machine learning machine learning", "0+2 ml|2+2 ml")]
    [InlineData("a1, b1, c1 d1", "b1", "0+1 a1|0+1 c1 d1")]
    [InlineData("x1, y1 => z1, v1 w1", "y1", "0+1 z1|0+1 v1 w1")]
    [InlineData("x1, y1 => z1, v1 w1", "z1", "")]
    [InlineData("ML, Machine-Learning!", "machine learning", "0+2 ml")]
    [InlineData("café, coffee house", "cafe", "0+1 coffee house")]
    [InlineData("saas, software as a service", "software as a service", "0+4 saas")]
    [InlineData("ipython => jupyter", "what is ipython", "2+1 jupyter")]
    public void Words_are_replaced_as_the_rule_says(string rule, string query, string expected) =>
        Assert.Equal(expected, Expand(rule, query));

    [Theory]
    [InlineData("b1", "0+1 a1|0+1 c1")]
    [InlineData("a1", "0+1 b1")]
    public void Rules_do_not_chain(string query, string expected) =>
        Assert.Equal(expected, Expand("a1, b1\nb1, c1", query));

    [Fact]
    public void The_longest_part_wins_and_what_it_covers_is_left_alone() =>
        Assert.Equal(
            "0+2 ml|2+1 stats",
            Expand("machine learning, ml\nlearning, study\nstatistics => stats", "machine learning statistics")
        );

    [Fact]
    public void A_longer_part_that_stays_unfinished_does_not_hide_a_shorter_one() =>
        Assert.Equal("0+1 m1", Expand("machine => m1\nmachine learning model => mlm", "machine learning"));

    [Fact]
    public void The_same_pair_given_twice_counts_once()
    {
        var table = Read("k8s, kubernetes\nkubernetes => k8s\nK8S => Kubernetes");
        Assert.Equal(2, table.Count);
        Assert.Single(table.Expand(["k8s"]));
    }

    [Fact]
    public void The_hash_depends_on_what_the_rules_do_and_on_nothing_else()
    {
        var hash = Read("a1, b1\nc1 => d1").Hash;
        Assert.Equal(hash, Read("# comment\n\nC1 => D1\n  b1 , a1  ").Hash);
        Assert.NotEqual(hash, Read("a1, b1").Hash);
        Assert.NotEqual(hash, Read("a1, b1\nd1 => c1").Hash);
        Assert.NotEqual(hash, SynonymTable.Empty.Hash);
        Assert.Equal(SynonymTable.Empty.Hash, Read("# nothing").Hash);
    }

    [Fact]
    public void Matches_stand_in_order_apart_and_inside_the_words() =>
        Gen.Select(Rules, Words)
            .Sample(
                (rules, words) =>
                {
                    var matches = Read(string.Join('\n', rules)).Expand(words);
                    var covered = 0;
                    foreach (var place in matches.GroupBy(match => match.Start))
                    {
                        Assert.InRange(place.Key, covered, words.Length);
                        covered = place.Key + Assert.Single(place.Select(match => match.Length).Distinct());
                        Assert.InRange(covered, place.Key + 1, words.Length);
                        Assert.Equal(place.Count(), place.Select(m => string.Join(' ', m.Words)).Distinct().Count());
                    }
                }
            );

    private static Gen<string[]> Words { get; } = Gen.OneOf(new[] { "a1", "b1", "c1", "d1" }).Array[0, 8];

    private static Gen<string[]> Rules { get; } =
        Gen.Select(
            Words.Where(words => words.Length > 0),
            Words.Where(words => words.Length > 0),
            Gen.Bool,
            (left, right, oneWay) => $"{string.Join(' ', left)} {(oneWay ? "=>" : ",")} {string.Join(' ', right)}"
        ).Array[0, 8];

    private string Expand(string rules, string query) =>
        string.Join(
            '|',
            Read(rules)
                .Expand([.. analysis.Tokenize(query).Select(token => token.Exact)])
                .Select(match => $"{match.Start}+{match.Length} {string.Join(' ', match.Words.Select(w => w.Exact))}")
        );

    private SynonymTable Read(string text) => SynonymFile.Read(new StringReader(text), "test.txt", analysis);

    public void Dispose() => analysis.Dispose();
}
