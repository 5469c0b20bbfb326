using System.Buffers;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>
/// Makes tokens alike that differ by case, accents, invisible characters or width only, and cuts endless ones. A token of
/// which nothing is left (a lone Arabic lengthening stroke) leaves its place empty.
/// </summary>
internal sealed class FoldFilter : TokenFilter
{
    /// <summary>UTF-16 units; a longer token is cut in texts and queries alike, so that it still finds itself.</summary>
    public const int MaxLength = 255;

    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly ITypeAttribute type;
    private readonly TextFolding folding = new();

    public FoldFilter(TokenStream input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    public override bool IncrementToken()
    {
        var skipped = 0;
        while (m_input.IncrementToken())
        {
            if (term.Length > MaxLength)
                Cut();
            if (Ascii.ToLowerInPlace(term.Buffer.AsSpan(0, term.Length), out _) == OperationStatus.InvalidData)
                Fold();
            if (term.Length == 0)
            {
                skipped += increment.PositionIncrement;
                continue;
            }
            increment.PositionIncrement += skipped;
            return true;
        }
        return false;
    }

    private void Cut()
    {
        if (TokenRuns.KindOf(type.Type) != RunKind.None)
            return;
        var splitsPair = char.IsHighSurrogate(term.Buffer[MaxLength - 1]);
        term.Length = splitsPair ? MaxLength - 1 : MaxLength;
    }

    private void Fold()
    {
        var text = term.Buffer.AsSpan(0, term.Length);
        var folded = TokenRuns.KindOf(type.Type) == RunKind.None ? folding.Fold(text) : TextFolding.FoldRun(text);
        if (text.SequenceEqual(folded))
            return;
        term.ResizeBuffer(folded.Length);
        folded.CopyTo(term.Buffer);
        term.Length = folded.Length;
    }
}
