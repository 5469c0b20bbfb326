using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>
/// Keeps technical words from the stemmer (<c>iOS</c> is no plural of <c>io</c>), and gives the words by which they are
/// found too at the same place (<c>tcp</c> for <c>TCP/IP</c>).
/// </summary>
internal sealed class TechnicalWordFilter : TokenFilter
{
    private readonly TechnicalTokens tokens;
    private readonly bool readings;
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private readonly ITypeAttribute type;
    private readonly IKeywordAttribute keyword;
    private IReadOnlyList<string> also = [];
    private int next;

    /// <param name="input">Folded tokens.</param>
    /// <param name="tokens">The table.</param>
    /// <param name="readings">False to leave out the words by which they are found too.</param>
    public TechnicalWordFilter(TokenStream input, TechnicalTokens tokens, bool readings)
        : base(input)
    {
        this.tokens = tokens;
        this.readings = readings;
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
        keyword = AddAttribute<IKeywordAttribute>();
    }

    public override bool IncrementToken()
    {
        if (next < also.Count)
        {
            PutReading(also[next++]);
            return true;
        }
        if (!m_input.IncrementToken())
            return false;
        if (tokens.Find(term.Buffer.AsSpan(0, term.Length)) is not { } entry)
            return true;
        keyword.IsKeyword = true;
        if (readings && increment.PositionIncrement > 0)
            (also, next) = (entry.Also, 0);
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        also = [];
    }

    private void PutReading(string word)
    {
        var (start, end) = (offset.StartOffset, offset.EndOffset);
        ClearAttributes();
        term.SetEmpty().Append(word);
        offset.SetOffset(start, end);
        increment.PositionIncrement = 0;
        type.Type = WordPartsFilter.Reading;
    }
}
