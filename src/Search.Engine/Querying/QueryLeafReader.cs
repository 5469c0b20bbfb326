namespace Search.Engine.Querying;

/// <summary>Words and phrases to nodes and filters, until there are enough.</summary>
internal sealed class QueryLeafReader(string text, int maxWords, QueryWarnings warnings)
{
    private int taken;

    /// <summary>Words that were left out because there were enough.</summary>
    public int Dropped { get; private set; }

    /// <summary>Where the text ends that was taken.</summary>
    public int End { get; private set; } = text.Length;

    /// <summary>Words that there were in all.</summary>
    public int Total => taken + Dropped;

    /// <summary>Adds what <paramref name="token"/> is to <paramref name="part"/>; nothing when it holds no word.</summary>
    /// <param name="token">A word, a phrase, or an operator that stands alone and is taken as a word.</param>
    /// <param name="prefix">The field that holds for it: its own or that of a bracket around it.</param>
    /// <param name="isExcluded">Whether it is to be left out.</param>
    /// <param name="part">Where it goes.</param>
    public void Read(QueryToken token, QueryPrefix prefix, bool isExcluded, QueryPart part)
    {
        if (TryFilter(token, prefix, part))
            return;
        var field = QueryPrefixes.FieldOf(prefix);
        var node = token.Kind == QueryTokenKind.Phrase ? ReadPhrase(token, field, isExcluded) : ReadWord(token, field);
        if (node is not null)
            part.Add(node, token.Sign == QuerySign.Plus || field != QueryField.All || node is PhraseNode);
    }

    /// <summary>Whether <paramref name="token"/> can be read as a value of <c>kind:</c> or <c>year:</c>.</summary>
    public bool IsFilterValue(QueryToken token, QueryPrefix prefix) =>
        token.Kind == QueryTokenKind.Word && QueryFilterReader.Read(prefix, ValueOf(token)) is not null;

    private ReadOnlySpan<char> ValueOf(QueryToken token) => text.AsSpan(token.ValueStart..token.End);

    private bool TryFilter(QueryToken token, QueryPrefix prefix, QueryPart part)
    {
        if (prefix is not (QueryPrefix.Kind or QueryPrefix.Year))
            return false;
        var filter = QueryFilterReader.Read(prefix, ValueOf(token));
        if (filter is null)
        {
            var typed = QueryWarnings.Quote(text.AsSpan(token.WordStart..token.End));
            warnings.Add(
                prefix == QueryPrefix.Kind
                    ? $"{typed} was searched as words: a kind is talk or interview."
                    : $"{typed} was searched as words: write year:2017, year:2017..2019, year:2017.. or year:..2019."
            );
            return false;
        }
        if (TakeWords(1, token.Start) == 1)
            part.Filters.Add(filter);
        return true;
    }

    private QueryNode? ReadWord(QueryToken token, QueryField field)
    {
        // Of kind:podcast all is searched; of title:x only what is behind the colon.
        var word = field == QueryField.All ? text.AsSpan(token.WordStart..token.End) : TrimStart(ValueOf(token));
        if (!QueryCharacters.HasWord(word) || TakeWords(1, token.Start) == 0)
            return null;
        var isRefusedFilter = field == QueryField.All && token.ValueStart > token.WordStart;
        return isRefusedFilter ? new WordNode(word.ToString()) : QueryWordReader.Read(word, field, warnings);
    }

    // Punctuation that would make title:x something else than a word behind a field name, and is never found anyway.
    private static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> value)
    {
        var start = 0;
        while (
            start < value.Length && (value[start] is ':' or '/' or '\\' or ')' || QueryCharacters.IsQuote(value[start]))
        )
            start++;
        return value[start..];
    }

    private PhraseNode? ReadPhrase(QueryToken token, QueryField field, bool isExcluded)
    {
        var phrase = ValueOf(token);
        if (!QueryCharacters.HasWord(phrase))
            return null;
        var ends = EndsOfWords(phrase);
        var kept = TakeWords(ends.Count, token.Start, isWhole: isExcluded);
        if (kept == 0)
            return null;
        if (kept < ends.Count)
            End = token.ValueStart + ends[kept - 1];
        var cut = phrase[..ends[kept - 1]];
        return QueryCharacters.HasWord(cut) ? new PhraseNode(TrimSeparators(cut), field) : null;
    }

    /// <summary>Counts words in; gives how many of them may be used: all, fewer, or none, with <paramref name="isWhole"/> never fewer.</summary>
    private int TakeWords(int count, int start, bool isWhole = false)
    {
        var free = maxWords - taken;
        var used = isWhole && count > free ? 0 : Math.Min(count, free);
        if (used == 0)
            End = Math.Min(End, start);
        // What follows must not slip in behind what was left out.
        taken = used < count ? maxWords : taken + used;
        Dropped += count - used;
        return used;
    }

    private static List<int> EndsOfWords(ReadOnlySpan<char> phrase)
    {
        var ends = new List<int>();
        for (var i = 0; i < phrase.Length; i++)
        {
            var isLast = i + 1 == phrase.Length || QueryCharacters.IsSeparator(phrase[i + 1]);
            if (isLast && !QueryCharacters.IsSeparator(phrase[i]))
                ends.Add(i + 1);
        }
        return ends;
    }

    private static string TrimSeparators(ReadOnlySpan<char> phrase)
    {
        var start = 0;
        while (QueryCharacters.IsSeparator(phrase[start]))
            start++;
        var end = phrase.Length;
        while (QueryCharacters.IsSeparator(phrase[end - 1]))
            end--;
        return phrase[start..end].ToString();
    }
}
