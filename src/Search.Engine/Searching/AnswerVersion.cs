using System.Reflection;
using System.Text.Json;
using Search.Engine.Indexing;

namespace Search.Engine.Searching;

/// <summary>What answers depend on beside the index: the program itself and the numbers of its ranking.</summary>
internal static class AnswerVersion
{
    /// <summary>Eight hexadecimal digits; the same for every run of one build with the same options.</summary>
    public static string Of(RankingOptions ranking) =>
        ShortHash.Of($"{Build(typeof(AnswerVersion).Assembly)} {Build(Assembly.GetEntryAssembly())} {Text(ranking)}");

    // Builds are deterministic: the id of a module changes when its code does.
    private static Guid? Build(Assembly? assembly) => assembly?.ManifestModule.ModuleVersionId;

    private static string Text(RankingOptions ranking) => JsonSerializer.Serialize(ranking);
}
