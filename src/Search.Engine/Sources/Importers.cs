namespace Search.Engine.Sources;

/// <summary>All source formats. A new one is a class beside this file and a line here.</summary>
public static class Importers
{
    /// <summary>In the order in which they are asked whether they recognise a file.</summary>
    public static IReadOnlyList<IImporter> All { get; } = [];
}
