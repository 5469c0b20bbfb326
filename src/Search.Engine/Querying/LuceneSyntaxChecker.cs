using System.Globalization;
using Lucene.Net.QueryParsers.Classic;

namespace Search.Engine.Querying;

/// <summary>
/// Finds what the library's parser would let pass or refuse without saying where: unknown fields, values that a field does
/// not have, regular expressions, leading wildcards, numbers out of bounds, and what would take too long.
/// </summary>
internal sealed class LuceneSyntaxChecker(IReadOnlyList<Token> tokens)
{
    private const float MaxBoost = 1_000;
    private const int MaxSlop = 100;
    private const int MaxInexactWords = 32;

    // a*????????b: each question mark doubles the states of the automaton.
    private const int MaxWildcards = 8;

    private readonly Stack<LuceneField> groups = new();
    private LuceneField field = LuceneField.Text;
    private LuceneField? named;
    private int brackets;
    private int words;
    private int inexactWords;

    /// <summary>The first mistake; null when there is none of these.</summary>
    public QuerySyntaxError? Check()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsEverything(i))
            {
                i += 2;
                continue;
            }
            if (KindAt(i + 1) == RegexpToken.COLON && tokens[i].Kind is RegexpToken.TERM or RegexpToken.STAR)
            {
                var name = LuceneTokens.Unescape(tokens[i].Image);
                named = LuceneField.Find(name);
                if (named is null)
                    return UnknownField(tokens[i], name);
                i++;
                continue;
            }
            // What follows a word, such as ~1, belongs to the word's field.
            if (tokens[i].Kind is not (RegexpToken.FUZZY_SLOP or RegexpToken.CARAT or RegexpToken.NUMBER))
            {
                field = named ?? (groups.TryPeek(out var group) ? group : LuceneField.Text);
                named = null;
            }
            if (CheckToken(i) is { } error)
                return error;
        }
        return null;
    }

    private QuerySyntaxError? CheckToken(int i)
    {
        var token = tokens[i];
        switch (token.Kind)
        {
            case RegexpToken.LPAREN:
                groups.Push(field);
                return ++brackets > LuceneSyntax.MaxBrackets
                    ? Error(token, $"A query has at most {LuceneSyntax.MaxBrackets} brackets.")
                    : null;
            case RegexpToken.RPAREN:
                groups.TryPop(out _);
                return null;
            case RegexpToken.REGEXPTERM:
                return LuceneTokens.Slash(token.BeginColumn);
            case RegexpToken.TERM or RegexpToken.QUOTED:
                return CheckEscapes(token) ?? CountWord(token) ?? LuceneFieldValue.Check(field, token);
            case RegexpToken.STAR or RegexpToken.PREFIXTERM or RegexpToken.WILDTERM:
                return CheckEscapes(token) ?? CountWord(token) ?? CheckWildcard(token);
            case RegexpToken.RANGEIN_START or RegexpToken.RANGEEX_START:
                return CheckRange(i);
            case RegexpToken.FUZZY_SLOP:
                return CheckSlop(token, i == 0 ? RegexpToken.EOF : tokens[i - 1].Kind);
            case RegexpToken.NUMBER:
                return CheckBoost(token);
            default:
                return null;
        }
    }

    private QuerySyntaxError? CheckWildcard(Token token)
    {
        if (!field.HasWildcards)
            return Error(token, $"{field.Name}: takes no wildcards.", LuceneFieldValue.Expected(field.Kind));
        if (token.Image[0] is '*' or '?')
            return Error(token, "A word cannot begin with * or ?. Everything is *:*.", "a letter");
        var count = 0;
        for (var i = 0; i < token.Image.Length; i++)
        {
            if (token.Image[i] == '\\')
                i++;
            else if (token.Image[i] is '*' or '?')
                count++;
        }
        return count > MaxWildcards
            ? Error(token, $"A word has at most {MaxWildcards} of * and ?.")
            : CountInexact(token);
    }

    private QuerySyntaxError? CheckRange(int start)
    {
        if (!field.HasRanges)
            return Error(tokens[start], "Only year: and date: take ranges.", "year:", "date:");
        var values = new List<Token>();
        for (var i = start + 1; i < tokens.Count && values.Count < 2; i++)
        {
            if (tokens[i].Kind is RegexpToken.RANGE_GOOP or RegexpToken.RANGE_QUOTED)
                values.Add(tokens[i]);
            else if (tokens[i].Kind != RegexpToken.RANGE_TO)
                break;
        }
        foreach (var value in values.Where(value => value.Image != "*"))
        {
            if ((CheckEscapes(value) ?? LuceneFieldValue.Check(field, value)) is { } error)
                return error;
        }
        var isTurned =
            values is [var from, var to]
            && LuceneFieldValue.Days(from) is { } first
            && LuceneFieldValue.Days(to) is { } last
            && first.First > last.Last;
        return isTurned ? Error(values[1], "The range ends before it begins.") : null;
    }

    private QuerySyntaxError? CheckSlop(Token token, int before)
    {
        var text = token.Image.AsSpan(1);
        var isNumber = float.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        );
        if (!text.IsEmpty && !isNumber)
            return Error(token, "Only a number can follow ~.", "~1", "~2");
        if (before == RegexpToken.QUOTED)
        {
            var isSlop = text.IsEmpty || (number <= MaxSlop && number == MathF.Floor(number));
            return isSlop ? null : Error(token, $"A phrase takes ~0 to ~{MaxSlop}.", "~2");
        }
        if (before != RegexpToken.TERM)
            return Error(token, "~ belongs behind a word or a phrase.");
        if (!field.HasFuzzyWords)
            return Error(token, $"{field.Name}: takes no ~.", LuceneFieldValue.Expected(field.Kind));
        return number is 0 or 1 or 2 or (> 0 and < 1)
            ? CountInexact(token)
            : Error(token, "A word takes ~0, ~1 or ~2.", "~1", "~2");
    }

    private static QuerySyntaxError? CheckBoost(Token token) =>
        float.TryParse(token.Image, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var boost)
        && boost <= MaxBoost
            ? null
            : Error(token, $"A boost is a number from 0 to {MaxBoost}.", "a number");

    private QuerySyntaxError? CountWord(Token token) =>
        ++words > LuceneSyntax.MaxWords
            ? Error(token, $"A query has at most {LuceneSyntax.MaxWords} words and phrases.")
            : null;

    private QuerySyntaxError? CountInexact(Token token) =>
        ++inexactWords > MaxInexactWords
            ? Error(token, $"A query has at most {MaxInexactWords} words with *, ? or ~.")
            : null;

    private static QuerySyntaxError? CheckEscapes(Token token)
    {
        for (var i = 0; i + 1 < token.Image.Length; i++)
        {
            if (token.Image[i] != '\\')
                continue;
            var start = i;
            var isCode = token.Image[i + 1] == 'u';
            if (isCode && !LuceneTokens.IsHex(token.Image.AsSpan(i + 2)))
                return EscapeError("Four hexadecimal digits must follow \\u.");
            if (char.IsSurrogate(LuceneTokens.Escaped(token.Image, ref i)) && isCode)
                return EscapeError("Half of a character cannot be written by its number; write the character itself.");

            QuerySyntaxError EscapeError(string message) => new(token.BeginColumn + start, message, ["\\u0041"]);
        }
        return null;
    }

    private static QuerySyntaxError UnknownField(Token token, string name) =>
        Error(
            token,
            $"There is no field {QueryWarnings.Quote(name)}. Put text with a colon in quotes, or write \\: for it.",
            [.. LuceneField.Names.Select(known => known + ":")]
        );

    private bool IsEverything(int i) =>
        KindAt(i) == RegexpToken.STAR && KindAt(i + 1) == RegexpToken.COLON && KindAt(i + 2) == RegexpToken.STAR;

    private int KindAt(int i) => i < tokens.Count ? tokens[i].Kind : RegexpToken.EOF;

    private static QuerySyntaxError Error(Token token, string message, params string[] expected) =>
        new(token.BeginColumn, message, expected);
}
