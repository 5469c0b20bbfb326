using Search.Engine.Searching;

namespace Search.Engine.Querying;

/// <summary>
/// Reads filter expressions such as <c>kind = interview AND year >= 2014 AND topic IN ["A", 'B'] AND NOT speaker = "X"</c>.
/// Unlike a query, a filter with a mistake is refused: half a filter would show what must not be seen.
/// <code>
/// any       := all ("OR" all)*
/// all       := one ("AND" one)*
/// one       := "NOT" one | "(" any ")" | condition
/// condition := field ("=" | "!=") value | field (">" | ">=" | "&lt;" | "&lt;=") value | field value "TO" value
///            | field ["NOT"] "IN" list | field ["NOT"] "EXISTS"
/// list      := "[" value ("," value)* "]" | "(" value ("," value)* ")"
/// </code>
/// Keywords and fields may be typed in any case; a value stands in double or single quotes, in which a backslash takes the
/// next character as it is, or bare when it is one word.
/// </summary>
public static class FilterExpressionParser
{
    /// <summary>The longest expression, in UTF-16 units.</summary>
    public const int MaxCharacters = 4_096;

    /// <summary>Levels of brackets and NOT.</summary>
    public const int MaxNesting = SearchLimits.MaxNesting;

    /// <summary>Reads <paramref name="text"/>; blank text asks nothing. Never throws for any text.</summary>
    public static FilterExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxCharacters)
        {
            var message = $"A filter has at most {QueryWarnings.Count(MaxCharacters)} characters.";
            return new FilterExpression(null, new FilterError(MaxCharacters, message, []));
        }
        var tokens = new FilterScanner(text).Scan();
        return tokens.Count == 1 ? new FilterExpression(null, null) : new FilterReader(tokens).Read();
    }
}
