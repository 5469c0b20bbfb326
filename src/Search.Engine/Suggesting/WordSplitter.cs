using System.Globalization;
using System.Text;

namespace Search.Engine.Suggesting;

/// <summary>
/// Text to the words by which suggestions are found: runs of letters and digits, folded. Keeps its buffers from text to
/// text; for one thread.
/// </summary>
/// <remarks>
/// <c>Siobhán O'Dwyer</c> gives <c>siobhan o dwyer</c>, <c>Don't</c> gives <c>dont</c>, <c>C#</c> and <c>C++</c> keep their
/// signs, <c>全文検索</c> gives a word for each place where one may begin: <c>全文検索 文検索 検索 索</c>.
/// </remarks>
/// <param name="everyPlace">
/// False for what is typed: there a run without spaces is one word, or several where it is longer than one.
/// </param>
internal sealed class WordSplitter(bool everyPlace)
{
    /// <summary>Folded letters by which a word is known; longer ones are words only to machines.</summary>
    public const int LongestWord = 64;

    /// <summary>The same in scripts without spaces, where a new word begins with each letter.</summary>
    private const int LongestUnspaced = 8;

    /// <summary>Words by which a text is known.</summary>
    private const int MostWords = 128;

    /// <summary>Letters of a part of a word at an apostrophe that is no word by itself: <c>don't</c>, <c>o'dwyer</c>.</summary>
    private const int ShortPart = 2;

    /// <summary>Signs at the end of a word that are looked at together: <c>C++</c>.</summary>
    private const int MostSigns = 2;

    private readonly LetterFolding folding = new();
    private readonly List<FoldedWord> words = [];
    private char[] letters = new char[256];
    private int[] places = new int[256];
    private int count;
    private int runFirst;
    private int runEnd;

    /// <summary>The words of the last text, in order.</summary>
    public IReadOnlyList<FoldedWord> Words => words;

    /// <summary>The folded letters of a word.</summary>
    public ReadOnlySpan<char> Letters(FoldedWord word) => letters.AsSpan(word.First, word.Length);

    /// <summary>Where in the text the first <paramref name="length"/> letters of a word end; never inside a character.</summary>
    public int EndOf(FoldedWord word, int length)
    {
        var next = word.First + length;
        if (length >= word.Length && next >= count)
            return word.End;
        // A character that became several letters is marked whole.
        while (next < count && places[next] == places[next - 1])
            next++;
        return next < count && places[next] < word.End ? places[next] : word.End;
    }

    /// <summary>Reads a text; what it was before is forgotten. Never fails.</summary>
    public void Split(string text)
    {
        words.Clear();
        count = runFirst = runEnd = 0;
        for (var index = 0; index < text.Length && words.Count < MostWords; )
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var units);
            Take(text, rune, index, index + units);
            index += units;
        }
        EndRun();
    }

    private void Take(string text, Rune rune, int start, int end)
    {
        if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
        {
            Append(char.ToLowerInvariant((char)rune.Value), start, end);
            return;
        }
        if (rune.IsAscii ? JoinsWord(text, (char)rune.Value, start) : IsPartOfWord(text, rune, start, end))
            return;
        EndRun();
    }

    private bool IsPartOfWord(string text, Rune rune, int start, int end)
    {
        var folded = folding.Fold(rune);
        foreach (var letter in folded)
            Append(letter, start, end);
        if (folded.Length > 0)
            return true;
        if (rune.Value is '’' or '\u02BC' or '\uFF07')
            return JoinsWord(text, '\'', start);
        var isInvisible =
            Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;
        if (!isInvisible || rune.Value is '\u200B' or '\uFEFF')
            return false;
        if (count > runFirst)
            runEnd = end;
        return true;
    }

    // Signs that belong to the word before them.
    private bool JoinsWord(string text, char sign, int start)
    {
        var length = count - runFirst;
        if (length == 0)
            return false;
        if (sign == '\'')
        {
            var after = LettersFrom(text, start + 1);
            return length > ShortPart && after is > 0 and <= ShortPart;
        }
        if (sign is not ('#' or '+') || Scripts.IsUnspaced(letters[runFirst]))
            return false;
        var endOfSigns = start + 1;
        while (endOfSigns < text.Length && endOfSigns < start + MostSigns && text[endOfSigns] is '#' or '+')
            endOfSigns++;
        if (LettersFrom(text, endOfSigns) > 0)
            return false;
        Append(sign, start, start + 1);
        return true;
    }

    private static int LettersFrom(string text, int index)
    {
        var found = 0;
        while (index + found < text.Length && found <= ShortPart && char.IsLetterOrDigit(text[index + found]))
            found++;
        return found;
    }

    private void Append(char letter, int start, int end)
    {
        var isNewScript =
            count > runFirst
            && !char.IsLowSurrogate(letter)
            && Scripts.IsUnspaced(letter) != Scripts.IsUnspaced(letters[runFirst]);
        if (isNewScript)
            EndRun();
        runEnd = end;
        var isUnspaced = count > runFirst && Scripts.IsUnspaced(letters[runFirst]);
        if (!isUnspaced && count - runFirst >= LongestWord)
            return;
        if (count == letters.Length)
        {
            Array.Resize(ref letters, count * 2);
            Array.Resize(ref places, count * 2);
        }
        letters[count] = letter;
        places[count++] = start;
    }

    private void EndRun()
    {
        if (count > runFirst && Scripts.IsUnspaced(letters[runFirst]))
            AddUnspaced();
        else if (count > runFirst)
            Add(runFirst, count, Scripts.IsKorean(letters[runFirst]));
        runFirst = count;
    }

    private void AddUnspaced()
    {
        for (var first = runFirst; first < count && words.Count < MostWords; )
        {
            var end = Math.Min(first + LongestUnspaced, count);
            if (end < count && char.IsLowSurrogate(letters[end]))
                end--;
            Add(first, end, isOpen: true);
            first = everyPlace ? first + (char.IsHighSurrogate(letters[first]) ? 2 : 1) : end;
        }
    }

    private void Add(int first, int end, bool isOpen) =>
        words.Add(new FoldedWord(first, end - first, places[first], end < count ? places[end] : runEnd, isOpen));
}
