using System.Buffers;

namespace Search.Engine.Analysis;

/// <summary>
/// The part of a text that is being looked at, read block by block. Different characters for the same thing become one
/// here, one for one, so that no place in the text moves: curly apostrophes, other hyphens, full-width Latin; half a
/// surrogate pair becomes U+FFFD.
/// </summary>
internal sealed class TextWindow : IDisposable
{
    private const int Size = 8_192;

    // Characters kept before the position, and noughts put behind the end, so that borders can be looked at anywhere.
    private const int Margin = 3;

    private readonly TextReader input;
    private readonly int lookAhead;
    private char[]? characters;
    private int end = Margin;
    private bool atEnd;

    /// <summary>Begins at the begin of <paramref name="input"/>.</summary>
    /// <param name="input">Read, not closed.</param>
    /// <param name="lookAhead">Characters after the next one that must be there to look at; far fewer than a block.</param>
    public TextWindow(TextReader input, int lookAhead)
    {
        this.input = input;
        this.lookAhead = lookAhead + Margin;
        characters = ArrayPool<char>.Shared.Rent(Size);
        characters.AsSpan(0, Margin).Fill(' ');
    }

    /// <summary>What can be looked at, from three characters before <see cref="Position"/>.</summary>
    public char[] Characters => characters ?? throw new ObjectDisposedException(nameof(TextWindow));

    /// <summary>Place of the first character of <see cref="Characters"/> in the text; begins at -3.</summary>
    public int Offset { get; private set; } = -Margin;

    /// <summary>The next character to take, in <see cref="Characters"/>.</summary>
    public int Position { get; set; } = Margin;

    /// <summary>Where taking must stop to fill again.</summary>
    public int SafeEnd => atEnd ? end : end - lookAhead;

    /// <summary>Makes sure that there is something to take; false at the end of the text.</summary>
    public bool Fill()
    {
        if (Position < SafeEnd)
            return true;
        if (atEnd)
            return false;
        DropTaken();
        while (!atEnd && Position >= SafeEnd)
            ReadBlock();
        return Position < SafeEnd;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (characters is not null)
            ArrayPool<char>.Shared.Return(characters);
        characters = null;
    }

    private void DropTaken()
    {
        var dropped = Position - Margin;
        Array.Copy(Characters, dropped, Characters, 0, end - dropped);
        Offset += dropped;
        Position -= dropped;
        end -= dropped;
    }

    private void ReadBlock()
    {
        var count = input.Read(Characters, end, Characters.Length - lookAhead - end);
        if (count > 0 && char.IsHighSurrogate(Characters[end + count - 1]))
            count += ReadOne(end + count);
        if (count <= 0)
        {
            atEnd = true;
            Characters.AsSpan(end, Margin).Clear();
            return;
        }
        Unify(Characters.AsSpan(end, count));
        end += count;
    }

    // The other half of a surrogate pair must not be left for the next block.
    private int ReadOne(int index)
    {
        var c = input.Read();
        if (c < 0)
            return 0;
        Characters[index] = (char)c;
        return 1;
    }

    private static void Unify(Span<char> block)
    {
        var at = 0;
        while (block[at..].IndexOfAnyExceptInRange('\0', '\u007F') is >= 0 and var skipped)
        {
            at += skipped;
            var isPair = char.IsHighSurrogate(block[at]) && at + 1 < block.Length && char.IsLowSurrogate(block[at + 1]);
            if (!isPair)
                block[at] = Unify(block[at]);
            at += isPair ? 2 : 1;
        }
    }

    private static char Unify(char c) =>
        c switch
        {
            '\u2018' or '\u2019' or '\u02BC' => '\'',
            WordCharacters.WrittenAs => ' ',
            '\u2010' or '\u2011' or '\u2013' => '-',
            >= '\uFF01' and <= '\uFF5E' => (char)(c - '\uFF01' + '!'),
            >= '\uD800' and <= '\uDFFF' => '\uFFFD',
            _ => c,
        };
}
