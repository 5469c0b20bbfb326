namespace Search.Engine.Querying;

/// <summary>What came of a filter expression: a filter, an error, or neither when the text was blank.</summary>
/// <param name="Filter">What a record must be; null when there is an error, or nothing is asked of it.</param>
/// <param name="Error">The first mistake in the text; null when there is none.</param>
public sealed record FilterExpression(FilterNode? Filter, FilterError? Error);

/// <summary>A mistake in a filter expression.</summary>
/// <param name="Position">Where it is, in UTF-16 units from 0; the length of the text when something is missing at its end.</param>
/// <param name="Message">One or two plain sentences.</param>
/// <param name="Expected">What could stand there instead: keywords, signs and field names as they are typed, or a description such as <c>a value</c>; may be empty.</param>
public sealed record FilterError(int Position, string Message, IReadOnlyList<string> Expected);
