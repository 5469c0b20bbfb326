namespace Search.Engine.Querying;

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    Word,
    Phrase,
    Open,
    Close,
    Bar,
    Or,
    And,
    Not,
}

/// <summary>A plus or minus right before a piece.</summary>
internal enum QuerySign
{
    None,
    Plus,
    Minus,
}

/// <summary>A field name with its colon right before a piece.</summary>
internal enum QueryPrefix
{
    None,
    Title,
    Speaker,
    Topic,
    Event,
    Kind,
    Year,
}

/// <summary>A piece of a query, as places in its text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Sign">The sign before it; only for words, phrases and opening brackets, as with the field.</param>
/// <param name="Prefix">The field before it.</param>
/// <param name="Start">Where it starts, sign and field included.</param>
/// <param name="WordStart">Where it starts without its sign.</param>
/// <param name="ValueStart">Where it starts without sign, field and quote.</param>
/// <param name="End">One past its last character, without a closing quote.</param>
internal readonly record struct QueryToken(
    QueryTokenKind Kind,
    QuerySign Sign,
    QueryPrefix Prefix,
    int Start,
    int WordStart,
    int ValueStart,
    int End
)
{
    /// <summary>True for what can stand on either side of an <c>OR</c>.</summary>
    public bool IsOperand =>
        Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open or QueryTokenKind.Not;

    /// <summary>True for what joins two pieces.</summary>
    public bool IsOperator => Kind is QueryTokenKind.Bar or QueryTokenKind.Or or QueryTokenKind.And;
}
