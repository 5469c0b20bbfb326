using System.Buffers;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>
/// Puts the parts of a word at the places that follow each other, as if they had been written apart, and alternative
/// readings (<c>realtime</c> for <c>real-time</c>) at the place of the first: phrases do not notice them.
/// </summary>
internal sealed class WordPartsFilter : TokenFilter
{
    /// <summary>The type of a token that is another reading of the one before it.</summary>
    public const string Alternative = "<ALTERNATIVE>";

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    private static readonly SearchValues<char> Borders = SearchValues.Create([
        WordCharacters.Hyphen,
        WordCharacters.Slash,
        '.',
        ',',
        ':',
        ';',
        '\'',
        '\u00B7',
        '\u2027',
    ]);

    private readonly bool alternatives;
    private readonly WordParts splitter = new();
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private readonly ITypeAttribute type;
    private List<WordPart> parts = [];
    private int next;
    private int start;
    private int end;
    private int length;

    /// <param name="input">Tokens of the standard tokenizer.</param>
    /// <param name="alternatives">False to leave alternative readings out.</param>
    public WordPartsFilter(TokenStream input, bool alternatives)
        : base(input)
    {
        this.alternatives = alternatives;
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    public override bool IncrementToken()
    {
        while (next < parts.Count)
        {
            var part = parts[next++];
            if (part.IsAlternative && !alternatives)
                continue;
            ClearAttributes();
            Put(part, part.IsAlternative ? 0 : 1);
            return true;
        }
        var skipped = 0;
        while (m_input.IncrementToken())
        {
            var word = term.Buffer.AsSpan(0, term.Length);
            if (IsWhole(word))
                return true;
            Split(word);
            if (parts.Count > 0)
            {
                next = 1;
                Put(parts[0], increment.PositionIncrement + skipped);
                return true;
            }
            skipped += increment.PositionIncrement;
        }
        return false;
    }

    public override void Reset()
    {
        base.Reset();
        splitter.Clear();
        (parts, next) = ([], 0);
    }

    private bool IsWhole(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAnyExcept(Plain) < 0 || TokenRuns.KindOf(type.Type) != RunKind.None)
            return true;
        return word.IndexOfAny(Borders) < 0 && !WordCharacters.HasHangul(word);
    }

    private void Split(ReadOnlySpan<char> word)
    {
        (start, end, length) = (offset.StartOffset, offset.EndOffset, word.Length);
        parts = splitter.Split(word);
    }

    private void Put(WordPart part, int positions)
    {
        term.SetEmpty().Append(part.Text);
        increment.PositionIncrement = positions;
        offset.SetOffset(StartOf(part), EndOf(part));
        type.Type = part.IsAlternative ? Alternative : TypeOf(part.Text[0]);
    }

    // A word that the char filter put in is longer or shorter than what was written, but only ever stands first
    // (csharp's), so that places after it are counted from the end.
    private int StartOf(WordPart part) => part.Start == 0 ? start : Math.Max(start, end - (length - part.Start));

    private int EndOf(WordPart part) => Math.Max(start, end - (length - part.End));

    private static string TypeOf(char first)
    {
        if (WordCharacters.IsHangul(first))
            return StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HANGUL];
        if (WordCharacters.IsKatakana(first))
            return StandardTokenizer.TOKEN_TYPES[StandardTokenizer.KATAKANA];
        return StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM];
    }
}
