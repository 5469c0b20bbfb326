namespace Search.Engine.Indexing;

/// <summary>A generation of the index on disk.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="SizeBytes">Of its files.</param>
/// <param name="Made">When the folder was made.</param>
/// <param name="IsCurrent">Whether it is the live one.</param>
public sealed record GenerationSummary(string Name, long SizeBytes, DateTimeOffset Made, bool IsCurrent);
