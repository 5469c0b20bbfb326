namespace Search.Engine.Querying;

/// <summary>Pieces of a filter expression to its tree, by recursive descent; each step gives null once there is a mistake.</summary>
internal sealed class FilterReader(List<FilterToken> tokens)
{
    private const string And = "AND";
    private const string Or = "OR";
    private readonly FilterCursor cursor = new(tokens);
    private int depth;

    public FilterExpression Read()
    {
        var filter = ReadAny();
        if (filter is not null && cursor.Current.Kind != FilterTokenKind.End)
            FailBehindCondition("the end");
        return cursor.Error is null ? new FilterExpression(filter, null) : new FilterExpression(null, cursor.Error);
    }

    private FilterNode? ReadAny()
    {
        var alternatives = ReadJoined(Or, ReadAll);
        if (alternatives is null or [_])
            return alternatives?[0];
        return new FilterAny([.. alternatives.SelectMany(part => part is FilterAny any ? any.Alternatives : [part])]);
    }

    private FilterNode? ReadAll()
    {
        var parts = ReadJoined(And, ReadOne);
        if (parts is null or [_])
            return parts?[0];
        return new FilterAll([.. parts.SelectMany(part => part is FilterAll all ? all.Parts : [part])]);
    }

    private List<FilterNode>? ReadJoined(string keyword, Func<FilterNode?> read)
    {
        var parts = new List<FilterNode>();
        do
        {
            if (read() is not { } part)
                return null;
            parts.Add(part);
        } while (cursor.TakeKeyword(keyword));
        return parts;
    }

    private FilterNode? ReadOne()
    {
        var token = cursor.Current;
        var isNot = cursor.TakeKeyword(FilterFields.Not);
        if (!isNot && !cursor.TakeSign("("))
            return ReadCondition();
        if (depth == FilterExpressionParser.MaxNesting)
            return cursor.Fail(token, $"A filter nests at most {FilterExpressionParser.MaxNesting} levels deep.");
        depth++;
        var node = isNot ? ReadNegated() : ReadBrackets();
        depth--;
        return node;
    }

    private FilterNot? ReadNegated() => ReadOne() is { } part ? new FilterNot(part) : null;

    private FilterNode? ReadBrackets()
    {
        var node = ReadAny();
        if (node is null || cursor.TakeSign(")"))
            return node;
        return FailBehindCondition(")");
    }

    private FilterNode? ReadCondition()
    {
        var token = cursor.Current;
        if (token.Kind != FilterTokenKind.Word)
            return cursor.FailAtCurrent([.. FilterFields.Names, FilterFields.Not, "("]);
        if (FilterFields.Find(token.Text) is not { } field)
        {
            var names = string.Join(", ", FilterFields.Names);
            var message = $"{QueryWarnings.Quote(token.Text)} is no field. Fields are {names}.";
            return cursor.Fail(token, message, FilterFields.Names);
        }
        cursor.Take();
        return new FilterConditionReader(cursor, field).Read();
    }

    private FilterNode? FailBehindCondition(string end)
    {
        // topic = machine learning
        var isSecondWord = cursor.Current.Kind == FilterTokenKind.Word && cursor.Previous.Kind == FilterTokenKind.Word;
        var hint = isSecondWord ? " A value of several words stands in quotes." : "";
        return cursor.FailAtCurrent(hint, [And, Or, end]);
    }
}
