using Search.Engine.Documents;

namespace Search.Engine.Querying;

/// <summary>Kinds as they are typed.</summary>
internal static class KindNames
{
    /// <summary><c>talk</c> or <c>interview</c>.</summary>
    public static string Write(RecordKind kind) => kind == RecordKind.Talk ? "talk" : "interview";

    /// <summary>The kind of this name, whatever its case; null when there is none.</summary>
    public static RecordKind? Find(ReadOnlySpan<char> name)
    {
        if (name.Equals("talk", StringComparison.OrdinalIgnoreCase))
            return RecordKind.Talk;
        return name.Equals("interview", StringComparison.OrdinalIgnoreCase) ? RecordKind.Interview : null;
    }
}
