using System.Buffers;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Analysis;

/// <summary>
/// Puts the parts of a word at the places that follow each other, as if they had been written apart, and other readings
/// (<c>realtime</c> for <c>real-time</c>) at the place of the first: phrases do not notice them.
/// </summary>
internal sealed class WordPartsFilter : TokenFilter
{
    /// <summary>The type of a token that only the stem field holds: another reading of the one before it.</summary>
    public const string Reading = "<READING>";

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    private static readonly SearchValues<char> Borders = SearchValues.Create([
        WordCharacters.Hyphen,
        WordCharacters.Slash,
        WordCharacters.WrittenAs,
        '.',
        ',',
        ':',
        ';',
        '\'',
        '\u00B7',
        '\u2027',
    ]);

    private readonly bool forIndex;
    private readonly bool readings;
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
    /// <param name="forIndex">False for a query: only words with a place of their own.</param>
    /// <param name="readings">False to leave <see cref="PartKind.Reading"/> out of an index, too.</param>
    public WordPartsFilter(TokenStream input, bool forIndex, bool readings)
        : base(input)
    {
        this.forIndex = forIndex;
        this.readings = readings;
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
            if (!IsWanted(part.Kind))
                continue;
            ClearAttributes();
            Put(part, part.Kind == PartKind.Word ? 1 : 0);
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

    private bool IsWanted(PartKind kind) =>
        kind switch
        {
            PartKind.Word => true,
            PartKind.Reading => forIndex && readings,
            _ => forIndex,
        };

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
        // A word that the char filter put in has no places within.
        var isAsWritten = length == end - start;
        offset.SetOffset(isAsWritten ? start + part.Start : start, isAsWritten ? start + part.End : end);
        type.Type = part.Kind == PartKind.Reading ? Reading : TypeOf(part.Text[0]);
    }

    private static string TypeOf(char first)
    {
        if (WordCharacters.IsHangul(first))
            return StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HANGUL];
        if (WordCharacters.IsKatakana(first))
            return StandardTokenizer.TOKEN_TYPES[StandardTokenizer.KATAKANA];
        return StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM];
    }
}
