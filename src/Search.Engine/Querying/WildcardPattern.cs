using System.Text;
using Search.Engine.Analysis;

namespace Search.Engine.Querying;

/// <summary>
/// A word with <c>*</c> (any letters) and <c>?</c> (any one letter), its other letters folded as those of the index are. A
/// backslash makes the next character mean itself.
/// </summary>
internal sealed class WildcardPattern
{
    private const char AnyLetters = '*';
    private const char AnyLetter = '?';

    private readonly List<(char Letter, bool IsWildcard)> signs;

    private WildcardPattern(List<(char Letter, bool IsWildcard)> signs) => this.signs = signs;

    /// <summary>Reads a pattern as it was typed.</summary>
    public static WildcardPattern Of(string typed)
    {
        var read = new List<(char, bool)>();
        var letters = new StringBuilder();
        var folding = new TextFolding();
        for (var i = 0; i < typed.Length; i++)
        {
            if (typed[i] is not (AnyLetters or AnyLetter))
            {
                var isEscape = typed[i] == '\\' && i + 1 < typed.Length;
                letters.Append(isEscape ? LuceneTokens.Escaped(typed, ref i) : typed[i]);
                continue;
            }
            AddLetters();
            read.Add((typed[i], true));
        }
        AddLetters();
        return new WildcardPattern(read);

        void AddLetters()
        {
            foreach (var letter in folding.Fold(letters.ToString()))
                read.Add((letter, false));
            letters.Clear();
        }
    }

    /// <summary>In Lucene's form: wildcards that mean themselves have a backslash before them.</summary>
    public override string ToString() =>
        string.Concat(
            signs.Select(sign =>
                !sign.IsWildcard && sign.Letter is AnyLetters or AnyLetter or '\\'
                    ? $"\\{sign.Letter}"
                    : sign.Letter.ToString()
            )
        );

    /// <summary>Whether a folded word is such a word. Time grows with the product of both lengths at most.</summary>
    public bool Matches(ReadOnlySpan<char> word)
    {
        var (sign, letter) = (0, 0);
        var (star, resume) = (-1, 0);
        while (letter < word.Length)
        {
            if (sign < signs.Count && signs[sign] is { IsWildcard: true, Letter: AnyLetters })
                (star, resume, sign) = (sign, letter, sign + 1);
            else if (sign < signs.Count && (IsAnyLetter(sign) || signs[sign].Letter == word[letter]))
                (sign, letter) = (sign + 1, letter + 1);
            else if (star >= 0)
                (sign, resume, letter) = (star + 1, resume + 1, resume + 1);
            else
                return false;
        }
        while (sign < signs.Count && signs[sign] is { IsWildcard: true, Letter: AnyLetters })
            sign++;
        return sign == signs.Count;
    }

    private bool IsAnyLetter(int sign) => signs[sign] is { IsWildcard: true, Letter: AnyLetter };
}
