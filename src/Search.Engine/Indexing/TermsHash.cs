using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Engine.Analysis;

namespace Search.Engine.Indexing;

/// <summary>
/// Changes with whatever decides the terms and norms of the index: the table of technical tokens, and the analysis itself, of
/// which it is seen what it makes of a sample. So nobody has to remember to raise a number.
/// </summary>
internal static class TermsHash
{
    /// <summary>Goes up with a field that is added or filled in another way, which no sample of the analysis can show.</summary>
    private const int Fields = 1;

    private const int LongestNorm = 2_000;

    // Something of all that the analysis treats in its own way.
    private const string Sample =
        "Running services, the users' naïve Straße, don't; real-time realtime real time, e-mail, PowerShell HTTPServer2 "
        + "v1.2.3 p99 x86_64 snake_case camelCase/slashed O(n log n) 10% f(x) 3.14 https://example.org/a?b=c "
        + "ŁÓDŹ Ærø İstanbul ĳ ﬁne ½ ①  Ελληνικά Москва עברית العربية हिन्दी ไทย 中文分词 日本語のテキスト カタカナ ｶﾀｶﾅ 한국어 검색 𠮷野家 👩‍💻 C♯";

    /// <summary>Eight hexadecimal digits.</summary>
    public static string Compute() => Compute(TechnicalTokens.BuiltIn.Entries);

    /// <inheritdoc cref="Compute()"/>
    internal static string Compute(IReadOnlyList<TechnicalToken> table)
    {
        var hash = new XxHash3();
        Add(hash, Fields.ToString(CultureInfo.InvariantCulture));
        foreach (var entry in table)
            Add(hash, string.Join('\t', [entry.Token, entry.Word, .. entry.Aliases, "-", .. entry.Also]));
        Add(hash, string.Concat(Enumerable.Range(0, LongestNorm).Select(n => (char)FineNormSimilarity.CodeOf(n))));
        AddTerms(hash, TokenForm.Stem);
        AddTerms(hash, TokenForm.Exact);
        return hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture)[..8];
    }

    private static void AddTerms(XxHash3 hash, TokenForm form)
    {
        using var analyzer = new TextAnalyzer(form);
        using var stream = analyzer.GetTokenStream("", Sample + PartGapFilter.Separator + Sample);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            Add(hash, string.Create(CultureInfo.InvariantCulture, $"{increment.PositionIncrement} {term}"));
        stream.End();
    }

    private static void Add(XxHash3 hash, string text)
    {
        hash.Append(Encoding.UTF8.GetBytes(text));
        hash.Append([0]);
    }
}
