using Search.Engine.Analysis;
using Search.Engine.Searching;
using Search.Engine.Synonyms;

namespace Search.Tests.Synonyms;

public sealed class QuerySynonymsTests : IDisposable
{
    private const string Rules = "k8s, kubernetes\nml, machine learning\nsaas, software as a service";
    private readonly TextAnalysis analysis = new();

    [Theory]
    [InlineData("k8s", "on [kubernetes] and k9s")]
    [InlineData("ml", "[machine learning] by machine")]
    [InlineData("ml", "[machine learned] things")]
    [InlineData("machine learning", "[ml] for [machine] [learning]")]
    [InlineData("software as a service", "[SaaS] pays")]
    [InlineData("\"k8s\"", "kubernetes")]
    [InlineData("+k8s", "kubernetes")]
    [InlineData("title:k8s", "kubernetes")]
    [InlineData("k8s -kubernetes", "[kubernetes]")]
    [InlineData("machine \"x y\" learning", "ml")]
    public void What_stands_for_a_word_is_marked(string query, string expected)
    {
        var text = expected.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var record = Collection.Talk("a", text);
        using var collection = new Collection(record);
        File.WriteAllText(Path.Combine(collection.Options.Path, "synonyms.txt"), Rules);
        var request = new SearchRequest { Query = query, CorrectSpelling = false };
        var marked = text;
        var marks = collection.Engine.Highlight(record, request, TestContext.Current.CancellationToken).Title;
        foreach (var range in marks.Reverse())
            marked = marked.Insert(range.End, "]").Insert(range.Start, "[");
        Assert.Equal(expected, marked);
    }

    [Theory]
    [InlineData("k8s", "k8s: k8 kubernet")]
    [InlineData("ml", "ml: ml machin+learn")]
    [InlineData("applied machine learning", "applied: appli/machine: machin ml/learning: learn ml")]
    [InlineData("machine | learning", "machine: machin/learning: learn")]
    [InlineData("ml | k8s", "ml: ml machin+learn/k8s: k8 kubernet")]
    public void What_stands_for_words_becomes_a_form_of_each(string query, string expected)
    {
        var words = PlannedSynonyms.Add(Plan(query), Table, weight: 0.5f, used: []);
        Assert.Equal(
            expected,
            string.Join('/', words.Select(word => $"{word.Exact}: {string.Join(' ', word.Forms.Select(Describe))}"))
        );
        Assert.All(words, word => Assert.Equal(1, word.Forms[0].Weight));
        Assert.All(words.SelectMany(word => word.Forms.Skip(1)), form => Assert.Equal(0.5f, form.Weight));
    }

    // Between the words at a bar stands something else, as a phrase would.
    private List<PlannedWord> Plan(string query)
    {
        var words = new List<PlannedWord>();
        var place = 0;
        foreach (var part in query.Split('|'))
        {
            foreach (var token in analysis.Tokenize(part))
                words.Add(new PlannedWord(token.Exact, token.Exact, place++, [WordForm.OfStem(token.Stem)]));
            place++;
        }
        return words;
    }

    private SynonymTable Table => SynonymFile.Read(new StringReader(Rules), "test.txt", analysis);

    private static string Describe(WordForm form) => string.Join("+", form.Row);

    public void Dispose() => analysis.Dispose();
}
