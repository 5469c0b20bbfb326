using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Search.Engine.Analysis;

/// <summary>How a token ends up in the index.</summary>
internal enum TokenForm
{
    /// <summary>Stemmed.</summary>
    Stem,

    /// <summary>Unstemmed: the exact twin.</summary>
    Exact,

    /// <summary>Stemmed, with the unstemmed form in an <see cref="IExactFormAttribute"/>.</summary>
    Both,
}

/// <summary>
/// Text to tokens, alike for index and query: words by Unicode's rules, lower case, without accents, Chinese, Japanese and
/// Korean as bigrams, stemmed or not. Stop words stay.
/// </summary>
internal sealed class TextAnalyzer(TokenForm form) : Analyzer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        TokenStream stream = new LowerCaseFilter(Version, tokenizer);
        stream = new CJKBigramFilter(stream);
        stream = new EnglishPossessiveFilter(Version, stream);
        stream = new ASCIIFoldingFilter(stream);
        stream = new PartGapFilter(stream);
        if (form == TokenForm.Both)
            stream = new ExactFormFilter(stream);
        if (form != TokenForm.Exact)
            stream = new PorterStemFilter(stream);
        return new TokenStreamComponents(tokenizer, stream);
    }

    /// <summary>Notes the form that a token has now.</summary>
    private sealed class ExactFormFilter : TokenFilter
    {
        private readonly ICharTermAttribute term;
        private readonly IExactFormAttribute exact;

        public ExactFormFilter(TokenStream input)
            : base(input)
        {
            term = AddAttribute<ICharTermAttribute>();
            exact = AddAttribute<IExactFormAttribute>();
        }

        public override bool IncrementToken()
        {
            if (!m_input.IncrementToken())
                return false;
            exact.Form = term.ToString();
            return true;
        }
    }
}
