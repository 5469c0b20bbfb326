namespace Search.Engine.Querying;

/// <summary>The pieces of a filter expression while they are read, and the first mistake among them.</summary>
internal sealed class FilterCursor(List<FilterToken> tokens)
{
    private int next;

    public FilterError? Error { get; private set; }

    public FilterToken Current => tokens[next];

    /// <summary>The piece before the current one; the current one at the start.</summary>
    public FilterToken Previous => tokens[Math.Max(next - 1, 0)];

    /// <summary>Gives the current piece and steps to the next one; the end stays the current piece.</summary>
    public FilterToken Take() => Current.Kind == FilterTokenKind.End ? Current : tokens[next++];

    public bool TakeSign(string sign)
    {
        var isThere = Current.IsSign(sign);
        if (isThere)
            Take();
        return isThere;
    }

    public bool TakeKeyword(string keyword)
    {
        var isThere = Current.IsKeyword(keyword);
        if (isThere)
            Take();
        return isThere;
    }

    /// <summary>Notes a mistake, unless there was one before; gives null for the caller to hand on.</summary>
    public FilterNode? Fail(FilterToken token, string message, params IReadOnlyList<string> expected)
    {
        Error ??= new FilterError(token.Position, message, expected);
        return null;
    }

    /// <summary>As <see cref="Fail"/>, with a message that tells what was found instead.</summary>
    public FilterNode? FailAtCurrent(params IReadOnlyList<string> expected) => FailAtCurrent("", expected);

    /// <summary>As above, with a hint behind the message.</summary>
    public FilterNode? FailAtCurrent(string hint, IReadOnlyList<string> expected)
    {
        if (Current.Kind == FilterTokenKind.Unclosed)
            return Fail(Current, "This quotation mark has no partner.", "a closing quotation mark");
        var found =
            Current.Kind == FilterTokenKind.End ? "the filter ends" : $"{QueryWarnings.Quote(Current.Text)} stands";
        return Fail(Current, $"Here {found}, where {Join(expected)} is expected.{hint}", expected);
    }

    private static string Join(IReadOnlyList<string> expected) =>
        expected.Count < 2 ? string.Concat(expected) : $"{string.Join(", ", expected.SkipLast(1))} or {expected[^1]}";
}
