namespace Search.Engine.Querying;

/// <summary>What stands behind a field's name, up to the end of the condition.</summary>
internal sealed class FilterConditionReader(FilterCursor cursor, FilterField field)
{
    public FilterNode? Read()
    {
        var token = cursor.Current;
        if (cursor.TakeSign("="))
            return ReadValue();
        if (cursor.TakeSign("!="))
            return Negate(ReadValue());
        if (cursor.TakeKeyword(FilterFields.Not))
            return Negate(ReadSet([FilterFields.In, FilterFields.Exists]));
        if (token.IsKeyword(FilterFields.In) || token.IsKeyword(FilterFields.Exists))
            return ReadSet([]);
        if (!FilterFields.IsOrdered(field))
            return FailAtOperator();
        if (token is { Kind: FilterTokenKind.Sign, Text: ">" or ">=" or "<" or "<=" })
            return new FilterRangeReader(cursor, field).ReadComparison();
        return IsValue(token) ? new FilterRangeReader(cursor, field).ReadInterval() : FailAtOperator();
    }

    /// <summary>True for what can be a value: text in quotes, or a word that is none of the joining keywords.</summary>
    public static bool IsValue(FilterToken token) =>
        token.Kind == FilterTokenKind.Quoted
        || (
            token.Kind == FilterTokenKind.Word
            && !token.IsKeyword("AND")
            && !token.IsKeyword("OR")
            && !token.IsKeyword(FilterFields.Not)
        );

    private static FilterNot? Negate(FilterNode? node) => node is null ? null : new FilterNot(node);

    private FilterNode? ReadValue()
    {
        var values = new FilterValueList(cursor, field);
        return values.Read() ? values.ToCondition() : null;
    }

    private FilterNode? ReadSet(IReadOnlyList<string> expected)
    {
        if (cursor.TakeKeyword(FilterFields.Exists))
            return new ExistsCondition(field);
        if (cursor.TakeKeyword(FilterFields.In))
            return ReadList();
        return cursor.FailAtCurrent(expected);
    }

    private FilterNode? ReadList()
    {
        var closing = cursor.Current.IsSign("(") ? ")" : "]";
        if (!cursor.TakeSign("[") && !cursor.TakeSign("("))
            return cursor.FailAtCurrent("[", "(");
        var values = new FilterValueList(cursor, field);
        do
        {
            if (!values.Read())
                return null;
        } while (cursor.TakeSign(","));
        return cursor.TakeSign(closing) ? values.ToCondition() : cursor.FailAtCurrent(",", closing);
    }

    private FilterNode? FailAtOperator()
    {
        var hint = cursor.Current.Text is ">" or ">=" or "<" or "<=" ? " Only year and date are compared by size." : "";
        return cursor.FailAtCurrent(hint, FilterFields.OperatorsOf(field));
    }
}
