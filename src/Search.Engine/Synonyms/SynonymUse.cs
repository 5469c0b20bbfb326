namespace Search.Engine.Synonyms;

/// <summary>Words of a query for which others were looked for too.</summary>
/// <param name="From">As they were typed.</param>
/// <param name="To">What stands for them, in lower case.</param>
public sealed record SynonymUse(string From, string To);
