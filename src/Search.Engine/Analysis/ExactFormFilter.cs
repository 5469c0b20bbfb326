using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>Notes the form that a token has before the stemmer; none for one that the exact twin does not hold.</summary>
internal sealed class ExactFormFilter : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly ITypeAttribute type;
    private readonly IExactFormAttribute exact;

    public ExactFormFilter(TokenStream input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        type = AddAttribute<ITypeAttribute>();
        exact = AddAttribute<IExactFormAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        exact.Form = ReferenceEquals(type.Type, WordPartsFilter.Reading) ? "" : term.ToString();
        return true;
    }
}
