namespace Search.Engine.Querying;

/// <summary>
/// Text to pieces, in one pass. Brackets come out in pairs but for those that are never closed; those that are nested too
/// deep do not come out at all, and a sign or field before one goes to the piece behind it.
/// </summary>
internal sealed class QueryScanner(string text, int maxNesting, QueryWarnings warnings)
{
    private readonly List<QueryToken> tokens = [];
    private int position;
    private int depth;
    private int ignoredDepth;
    private QuerySign pendingSign;
    private QueryPrefix pendingPrefix;

    public List<QueryToken> Scan()
    {
        while (SkipSeparators())
            ScanToken();
        return tokens;
    }

    private ReadOnlySpan<char> Rest => text.AsSpan(position);

    private bool IsInBrackets => depth + ignoredDepth > 0;

    private bool SkipSeparators()
    {
        while (position < text.Length && QueryCharacters.IsSeparator(text[position]))
            position++;
        return position < text.Length;
    }

    private void ScanToken()
    {
        switch (text[position])
        {
            case '|':
                position++;
                Add(QueryTokenKind.Bar, position - 1, position - 1, position);
                break;
            case ')' when IsInBrackets:
                ScanClose();
                break;
            default:
                ScanOperand();
                break;
        }
    }

    private void ScanOperand()
    {
        var start = position;
        TakeSign();
        var wordStart = position;
        TakePrefix();
        if (text[position] == '(')
            ScanOpen(start, wordStart);
        else if (QueryCharacters.IsQuote(text[position]))
            ScanPhrase(start, wordStart);
        else
            ScanWord(start, wordStart);
    }

    private void TakeSign()
    {
        if (text[position] is not ('+' or '-') || !QueryCharacters.CanBeSigned(Rest[1..]))
            return;
        pendingSign = text[position] == '+' ? QuerySign.Plus : QuerySign.Minus;
        position++;
    }

    private void TakePrefix()
    {
        var name = QueryPrefixes.NameAt(Rest);
        var prefix = QueryPrefixes.Find(name);
        if (prefix == QueryPrefix.None || !QueryPrefixes.CanBeValue(Rest[(name.Length + 1)..]))
            return;
        pendingPrefix = prefix;
        position += name.Length + 1;
    }

    private void ScanOpen(int start, int wordStart)
    {
        if (depth >= maxNesting)
        {
            ignoredDepth++;
            position++;
            warnings.Add($"Brackets are understood {maxNesting} levels deep; deeper ones were ignored.");
            return;
        }
        depth++;
        position++;
        Add(QueryTokenKind.Open, start, wordStart, position);
    }

    private void ScanClose()
    {
        (pendingSign, pendingPrefix) = (QuerySign.None, QueryPrefix.None);
        position++;
        if (ignoredDepth > 0)
        {
            ignoredDepth--;
            return;
        }
        depth--;
        Add(QueryTokenKind.Close, position - 1, position - 1, position);
        SkipSuffix();
    }

    private void ScanPhrase(int start, int wordStart)
    {
        var length = QueryCharacters.IndexOfQuote(Rest[1..]);
        if (length < 0)
        {
            ScanUnclosedPhrase(start, wordStart);
            return;
        }
        position++;
        Add(QueryTokenKind.Phrase, start, wordStart, position + length);
        position += length + 1;
        SkipSuffix();
    }

    // While someone types "exactly once del, the words must find something already, as a phrase would not. What is to be
    // left out is the other way round: -"machine lear must not leave out all that has "machine".
    private void ScanUnclosedPhrase(int start, int wordStart)
    {
        position++;
        var isExcluded = pendingSign == QuerySign.Minus || (tokens.Count > 0 && tokens[^1].Kind == QueryTokenKind.Not);
        if (!isExcluded)
        {
            pendingSign = QuerySign.None;
            warnings.Add("The last quotation mark has no partner; the words behind it were searched one by one.");
            return;
        }
        warnings.Add("The last quotation mark has no partner; all behind it was left out as one phrase.");
        Add(QueryTokenKind.Phrase, start, wordStart, text.Length);
        position = text.Length;
    }

    private void ScanWord(int start, int wordStart)
    {
        var valueStart = position;
        position = QueryWordEnds.EndOfWord(text, position, IsInBrackets);
        if (pendingPrefix == QueryPrefix.None)
            QueryPrefixes.Warn(text.AsSpan(wordStart, position - wordStart), warnings);
        var kind = KindOfWord(text.AsSpan(valueStart, position - valueStart));
        Add(kind, start, wordStart, position, valueStart);
    }

    private QueryTokenKind KindOfWord(ReadOnlySpan<char> word)
    {
        if (pendingSign != QuerySign.None || pendingPrefix != QueryPrefix.None)
            return QueryTokenKind.Word;
        return word switch
        {
            "OR" => QueryTokenKind.Or,
            "AND" => QueryTokenKind.And,
            "NOT" => QueryTokenKind.Not,
            _ => QueryTokenKind.Word,
        };
    }

    // Lucene's "a phrase"~3 and (a b)^2: those who know them type them, and a search for "3" is not what they mean.
    private void SkipSuffix()
    {
        var end = QueryWordEnds.EndOfSuffix(text, position);
        if (end == position)
            return;
        var suffix = QueryWarnings.Quote(text.AsSpan(position, end - position));
        warnings.Add($"{suffix} behind a phrase or a bracket means nothing here and was ignored.");
        position = end;
    }

    private void Add(QueryTokenKind kind, int start, int wordStart, int end, int? valueStart = null)
    {
        var value = valueStart ?? position;
        tokens.Add(new QueryToken(kind, pendingSign, pendingPrefix, start, wordStart, value, end));
        (pendingSign, pendingPrefix) = (QuerySign.None, QueryPrefix.None);
    }
}
