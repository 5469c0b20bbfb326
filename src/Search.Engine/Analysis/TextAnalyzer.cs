using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace Search.Engine.Analysis;

/// <summary>How a token ends up in the index.</summary>
internal enum TokenForm
{
    /// <summary>Stemmed, with other readings.</summary>
    Stem,

    /// <summary>Unstemmed and without other readings: the exact twin.</summary>
    Exact,

    /// <summary>Stemmed, with the unstemmed form in an <see cref="IExactFormAttribute"/>.</summary>
    Both,
}

/// <summary>
/// Text to tokens: technical tokens first, words by Unicode's rules, compounds taken apart, folded, Chinese, Japanese and
/// Korean as bigrams, stemmed or not. Stop words stay.
/// </summary>
/// <param name="form">What is wanted of each word.</param>
/// <param name="forIndex">
/// True for what is looked in: words have other readings at the same place. False for what is looked for: each word
/// as it was written.
/// </param>
internal sealed class TextAnalyzer(TokenForm form, bool forIndex = true) : Analyzer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly TechnicalTokens technical = TechnicalTokens.BuiltIn;

    protected override TextReader InitReader(string fieldName, TextReader reader) =>
        new TechnicalTokenCharFilter(reader, technical.Trie);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var readings = forIndex && form != TokenForm.Exact;
        // The tokenizer would drop longer words; the fold filter cuts them.
        var tokenizer = new StandardTokenizer(Version, reader) { MaxTokenLength = int.MaxValue };
        TokenStream stream = new PartGapFilter(tokenizer);
        stream = new WordPartsFilter(stream, forIndex, readings);
        stream = new FoldFilter(stream);
        stream = new BigramFilter(stream, singles: forIndex);
        if (form == TokenForm.Exact)
            return new TokenStreamComponents(tokenizer, stream);
        stream = new TechnicalWordFilter(stream, technical, readings);
        if (form == TokenForm.Both)
            stream = new ExactFormFilter(stream);
        stream = new PorterStemFilter(stream);
        return new TokenStreamComponents(tokenizer, stream);
    }
}
