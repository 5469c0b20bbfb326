namespace Search.Engine.Analysis;

/// <summary>What a part is to the word that it comes from.</summary>
internal enum PartKind
{
    /// <summary>A word at a place of its own.</summary>
    Word,

    /// <summary>Another reading at the place of the word before it; quoted text does not find it.</summary>
    Reading,

    /// <summary>What the technical word before it was written with, at the same place; quoted text finds it.</summary>
    Written,
}

/// <summary>One token that a word gives.</summary>
/// <param name="Text">The token, not folded yet.</param>
/// <param name="Start">First unit within the word.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">What it is to the word.</param>
internal readonly record struct WordPart(string Text, int Start, int End, PartKind Kind);

/// <summary>Makes tokens of a word that holds more than letters and digits.</summary>
/// <example>
/// <code>
/// real-time      real, realtime (a reading), time
/// HTTP/4         HTTP, HTTP4 (a reading), 4
/// foo.js         foo, foojs (a reading), js
/// snake_case_x   snake, case, x            only pairs are joined
/// 2017-18        2017, 18                  but not two numbers
/// csharp⁔c⁔sharp csharp, c, sharp          from "C sharp", all at one place
/// U.K   1,000   v1.2.3                     UK   1000   1.2.3
/// </code>
/// </example>
internal sealed class WordParts
{
    // A word of thousands of parts is no reason to keep the memory.
    private const int PartsKept = 256;

    private readonly List<WordPiece> pieces = [];
    private readonly List<WordPart> parts = [];

    /// <summary>The parts of <paramref name="word"/> in order, good until the next call.</summary>
    public List<WordPart> Split(ReadOnlySpan<char> word)
    {
        Clear();
        if (word.Contains(WordCharacters.WrittenAs))
        {
            AddWritten(word);
            return parts;
        }
        WordPieces.Cut(word, pieces);
        for (var i = 0; i < pieces.Count; i++)
            pieces[i] = TrimVersion(word, Apostrophes.Trim(word, pieces[i]));
        for (var i = 0; i < pieces.Count; i++)
            Add(word, i);
        return parts;
    }

    /// <summary>Forgets the parts, and gives back what memory a strange word took.</summary>
    public void Clear()
    {
        pieces.Clear();
        parts.Clear();
        if (parts.Capacity > PartsKept)
            (pieces.Capacity, parts.Capacity) = (PartsKept, PartsKept);
    }

    private void AddWritten(ReadOnlySpan<char> word)
    {
        var kind = PartKind.Word;
        foreach (var range in word.Split(WordCharacters.WrittenAs))
        {
            parts.Add(new WordPart(word[range].ToString(), 0, word.Length, kind));
            kind = PartKind.Written;
        }
    }

    private void Add(ReadOnlySpan<char> word, int i)
    {
        var piece = pieces[i];
        var text = Clean(word[piece.Start..piece.End]);
        if (text.Length == 0)
            return;
        parts.Add(new WordPart(text, piece.Start, piece.End, PartKind.Word));
        if (IsRun(text[0]))
            return;
        if (IsCompound(word, i))
        {
            var second = pieces[i + 1];
            var joined = text + Clean(word[second.Start..second.End]);
            parts.Add(new WordPart(joined, piece.Start, second.End, PartKind.Reading));
        }
        Apostrophes.AddReadings(word, piece, parts);
    }

    // Exactly two pieces, whatever looser border stands around them: real-time/batch holds real-time.
    private bool IsCompound(ReadOnlySpan<char> word, int i)
    {
        if (i + 1 == pieces.Count)
            return false;
        var (first, second) = (pieces[i], pieces[i + 1]);
        var borderAfter = i + 2 == pieces.Count ? PieceBorder.Word : pieces[i + 2].Border;
        if (first.Border <= second.Border || borderAfter <= second.Border || IsRun(word[second.Start]))
            return false;
        var secondText = word[second.Start..second.End];
        return second.Border switch
        {
            PieceBorder.Script => false,
            PieceBorder.Dot => secondText.Equals("js", StringComparison.OrdinalIgnoreCase),
            _ => HasLetter(word[first.Start..first.End]) || HasLetter(secondText),
        };
    }

    private static WordPiece TrimVersion(ReadOnlySpan<char> word, WordPiece piece)
    {
        var text = word[piece.Start..piece.End];
        var isVersion = text.Length > 3 && text[0] is 'v' or 'V' && char.IsAsciiDigit(text[1]) && text.Contains('.');
        return isVersion ? piece with { Start = piece.Start + 1 } : piece;
    }

    // Dots stay in numbers only.
    private static string Clean(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny("',.\u00B7") < 0)
            return text.ToString();
        Span<char> kept = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isDropped =
                text[i] is '\'' or ',' or '\u00B7' || (text[i] == '.' && !(i > 0 && char.IsDigit(text[i - 1])));
            if (!isDropped)
                kept[length++] = text[i];
        }
        return kept[..length].ToString();
    }

    // Cut into pairs later on, so that nothing can stand beside the whole.
    private static bool IsRun(char first) => WordCharacters.IsHangul(first) || WordCharacters.IsKatakana(first);

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }
        return false;
    }
}
