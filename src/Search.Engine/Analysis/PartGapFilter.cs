using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>
/// Keeps phrases from running over the border of two parts that share a field (title and abstract, two speakers). The
/// parts are joined by <see cref="Separator"/>; its token is taken out and leaves a gap of <see cref="Gap"/> positions.
/// One value a field with a gap inside, since several values of one field are not safe in this version (lucenenet 1381).
/// </summary>
internal sealed class PartGapFilter : TokenFilter
{
    /// <summary>A letter that no living text holds, so that the tokenizer makes a word of it.</summary>
    public const char SeparatorLetter = '\uA66E';

    /// <summary>What stands between two parts.</summary>
    public const string Separator = " \uA66E ";

    /// <summary>Positions between the last word of a part and the first of the next; more than any phrase slop.</summary>
    public const int Gap = 100;

    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;

    public PartGapFilter(TokenStream input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        var skipped = 0;
        while (m_input.IncrementToken())
        {
            if (term.Length == 1 && term.Buffer[0] == SeparatorLetter)
            {
                skipped += Gap;
                continue;
            }
            increment.PositionIncrement += skipped;
            return true;
        }
        return false;
    }
}
