namespace Search.Engine.Querying;

/// <summary>
/// Pieces to the tree, by recursive descent; as deep as the scanner lets brackets nest.
/// <code>
/// sequence := chain*                     all of them, as far as the match mode says
/// chain    := operand ("|" operand)*     one of them
/// operand  := ["-" | "NOT"] (word | phrase | "(" sequence ")")
/// </code>
/// </summary>
internal sealed class QueryTreeBuilder(List<QueryToken> tokens, QueryLeafReader leaves, QueryWarnings warnings)
{
    private const string ExclusionsAreGlobal =
        "What is excluded is excluded from the whole query, also inside OR and brackets.";
    private readonly List<QueryNode> excluded = [];
    private readonly List<QueryFilter> excludedFilters = [];
    private int next;
    private bool isExcluding;

    public ParsedQuery Build(string text)
    {
        var part = ReadSequence(QueryPrefix.None);
        List<QueryFilter> filters = [.. excludedFilters, .. part.Filters];
        return new ParsedQuery(text, part.Clauses, excluded, filters, warnings.Sentences);
    }

    private int ExclusionCount => excluded.Count + excludedFilters.Count;

    private bool IsAtOperand => next < tokens.Count && tokens[next].IsOperand;

    private QueryPart ReadSequence(QueryPrefix prefix)
    {
        var part = new QueryPart();
        ReadOperatorsAsWords(prefix, part);
        while (IsAtOperand)
        {
            ReadChain(prefix, part);
            ReadOperatorsAsWords(prefix, part);
        }
        return part;
    }

    private void ReadChain(QueryPrefix prefix, QueryPart part)
    {
        var exclusionsBefore = ExclusionCount;
        var alternatives = new List<QueryPart>();
        var carried = QueryPrefix.None;
        do
        {
            var token = tokens[next];
            alternatives.Add(ReadOperand(CarriesOver(carried, token) ? carried : prefix));
            if (token.Prefix is QueryPrefix.Kind or QueryPrefix.Year && alternatives[^1].IsFilter)
                carried = token.Prefix;
        } while (TakeOperators());
        if (alternatives.Count > 1 && ExclusionCount > exclusionsBefore)
            warnings.Add(ExclusionsAreGlobal);
        QueryAlternatives.Combine(alternatives, part, warnings);
    }

    // year:2017|2019 and kind:talk|interview: a value behind the bar belongs to the field before it.
    private bool CarriesOver(QueryPrefix carried, QueryToken token) =>
        carried != QueryPrefix.None
        && token is { Sign: QuerySign.None, Prefix: QueryPrefix.None }
        && leaves.IsFilterValue(token, carried);

    /// <summary>Steps over operators that have something behind them; true when an OR is among them.</summary>
    private bool TakeOperators()
    {
        var end = next;
        var isAny = false;
        for (; end < tokens.Count && tokens[end].IsOperator; end++)
            isAny |= tokens[end].Kind != QueryTokenKind.And;
        if (end == tokens.Count || !tokens[end].IsOperand)
            return false;
        next = end;
        return isAny;
    }

    private void ReadOperatorsAsWords(QueryPrefix prefix, QueryPart part)
    {
        for (; next < tokens.Count && tokens[next].IsOperator; next++)
        {
            if (tokens[next].Kind != QueryTokenKind.Bar)
                leaves.Read(tokens[next], prefix, isExcluding, part);
        }
    }

    private QueryPart ReadOperand(QueryPrefix prefix)
    {
        var token = tokens[next++];
        if (token.Kind == QueryTokenKind.Not && IsAtOperand && tokens[next].Kind != QueryTokenKind.Not)
            return Exclude(tokens[next++], prefix);
        return token.Sign == QuerySign.Minus ? Exclude(token, prefix) : ReadPrimary(token, prefix);
    }

    private QueryPart ReadPrimary(QueryToken token, QueryPrefix outerPrefix)
    {
        var prefix = token.Prefix == QueryPrefix.None ? outerPrefix : token.Prefix;
        if (token.Kind == QueryTokenKind.Open)
            return ReadBrackets(token, prefix);
        var part = new QueryPart();
        leaves.Read(token, prefix, isExcluding, part);
        return part;
    }

    private QueryPart ReadBrackets(QueryToken open, QueryPrefix prefix)
    {
        var part = ReadSequence(prefix);
        // No closing bracket at the end of the text: it counts as closed there.
        if (next < tokens.Count)
            next++;
        if (open.Sign == QuerySign.Plus)
            part.RequireAll();
        return part;
    }

    /// <summary>Reads what <paramref name="token"/> begins and puts it aside; gives nothing back to the place where it stood.</summary>
    private QueryPart Exclude(QueryToken token, QueryPrefix prefix)
    {
        var (exclusionsBefore, droppedBefore, wasExcluding) = (ExclusionCount, leaves.Dropped, isExcluding);
        isExcluding = true;
        var part = ReadPrimary(token, prefix);
        isExcluding = wasExcluding;
        if (ExclusionCount > exclusionsBefore)
            warnings.Add(ExclusionsAreGlobal);
        // Half of -(a b) would exclude more than was asked for.
        var isWhole = leaves.Dropped == droppedBefore;
        if (isWhole)
            AddExclusions(part);
        return new QueryPart();
    }

    private void AddExclusions(QueryPart part)
    {
        if (part.Filters.Count > 0 && !part.IsFilter)
            warnings.Add(QueryAlternatives.FiltersAreGlobal);
        excludedFilters.AddRange(part.Filters.SelectMany(QueryFilterReader.Exclude));
        if (part.Clauses.Count == 0)
            return;
        var node = part.ToNode();
        if (node is AnyNode any)
            excluded.AddRange(any.Alternatives);
        else
            excluded.Add(node);
    }
}
