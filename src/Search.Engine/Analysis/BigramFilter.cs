using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Search.Engine.Analysis;

/// <summary>
/// Cuts runs of scripts that put no blanks between words into overlapping pairs of characters, each at its own place:
/// <c>入門書</c> gives 入門, 門書. A character that stands alone is a token itself; with <c>singles</c> every character is
/// one too, at the place of its pair, so that a query of one character finds it within a run.
/// </summary>
internal sealed class BigramFilter : TokenFilter
{
    /// <summary>The type of a single character beside its pair.</summary>
    public const string Single = "<SINGLE>";

    private const string Pair = "<DOUBLE>";

    private readonly bool singles;
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private readonly ITypeAttribute type;
    private readonly RunReader run = new();

    // The character that waits for the next one.
    private RunCharacter? waiting;
    private bool isPaired;
    private RunCharacter? single;
    private AttributeSource.State? nextWord;

    /// <param name="input">Folded tokens with the types of the standard tokenizer.</param>
    /// <param name="singles">True to give every character alone too.</param>
    public BigramFilter(TokenStream input, bool singles)
        : base(input)
    {
        this.singles = singles;
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    public override bool IncrementToken()
    {
        if (single is { } character)
            return PutSingle(character);
        if (nextWord is not null)
            return PutNextWord();
        while (true)
        {
            while (run.Next() is { } next)
            {
                if (Take(next))
                    return true;
            }
            if (!m_input.IncrementToken())
                return PutWaiting();
            var kind = TokenRuns.KindOf(type.Type);
            if (kind != RunKind.None)
                run.Load(term.ToString(), offset.StartOffset, offset.EndOffset, increment.PositionIncrement, kind);
            else if (waiting is null)
                return true;
            else
                return PutBeforeWord();
        }
    }

    public override void Reset()
    {
        base.Reset();
        run.Clear();
        (waiting, single, nextWord) = (null, null, null);
    }

    // True when there is a token to give.
    private bool Take(RunCharacter next)
    {
        if (waiting is { } first && first.Touches(next))
        {
            Put(first.Text + next.Text, first.Start, next.End, isPaired ? 1 : first.Positions, Pair);
            single = singles ? first : null;
            (waiting, isPaired) = (next, true);
            return true;
        }
        var isPut = PutWaiting();
        (waiting, isPaired) = (next, false);
        return isPut;
    }

    // The last character of a run has its pair already.
    private bool PutWaiting()
    {
        if (waiting is not { } last)
            return false;
        waiting = null;
        if (isPaired)
            return singles && PutSingle(last);
        Put(last.Text, last.Start, last.End, last.Positions, Pair);
        return true;
    }

    private bool PutSingle(RunCharacter character)
    {
        single = null;
        Put(character.Text, character.Start, character.End, 0, Single);
        return true;
    }

    // A word without runs came while a character waits: the word has to wait for one call.
    private bool PutBeforeWord()
    {
        nextWord = CaptureState();
        return PutWaiting() || PutNextWord();
    }

    private bool PutNextWord()
    {
        RestoreState(nextWord);
        nextWord = null;
        return true;
    }

    private void Put(string text, int start, int end, int positions, string tokenType)
    {
        ClearAttributes();
        term.SetEmpty().Append(text);
        offset.SetOffset(start, end);
        increment.PositionIncrement = positions;
        type.Type = tokenType;
    }
}
