using System.CommandLine;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Engine.Synonyms;

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

    /// <summary><c>--match MODE</c></summary>
    public static Option<MatchMode> Match() =>
        new("--match")
        {
            Description = "How many words a record needs: auto, all or any.",
            DefaultValueFactory = _ => MatchMode.Auto,
        };

    /// <summary><c>--synonyms FILE</c></summary>
    public static Option<string?> Synonyms() =>
        new("--synonyms")
        {
            Description =
                "Words that mean the same: lines such as \"k8s, kubernetes\" or \"postgres => postgresql\". Without it "
                + "synonyms.txt in the folder of the index, else a built-in list.",
            HelpName = "FILE",
        };

    /// <summary>Opens the index for searching. Lines of the synonym file that cannot be used are named in <paramref name="error"/>.</summary>
    /// <exception cref="UsageException">The synonym file cannot be read.</exception>
    public static SearchEngine Open(IndexOptions index, string? synonyms, TextWriter error)
    {
        var options = new SynonymOptions { Path = synonyms is null ? null : DataPaths.Resolve(synonyms) };
        var engine = new SearchEngine(index, synonyms: options);
        foreach (var fault in engine.Synonyms.Faults)
            error.WriteLine(fault);
        if (engine.SynonymTrouble is not { } trouble)
            return engine;
        engine.Dispose();
        throw new UsageException(trouble);
    }

    /// <summary>Where the index is, as the rest of the program takes it.</summary>
    public static IndexOptions At(string path) => new() { Path = DataPaths.Resolve(path) };
}
