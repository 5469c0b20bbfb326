using System.CommandLine;
using Search.Engine.Indexing;

namespace Search.Indexer.Commands;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    /// <summary><c>--index DIR</c></summary>
    public static Option<string> Index() =>
        new("--index")
        {
            Description =
                "The folder of the index. A relative path starts where Search.sln is, else at the working folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "index-data/index",
        };

    /// <summary><c>--json</c></summary>
    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    /// <summary>Where the index is, as the rest of the program takes it.</summary>
    public static IndexOptions At(string path) => new() { Path = DataPaths.Resolve(path) };
}
