using Search.Engine.Documents;

namespace Search.Service.Pages.Records;

/// <summary>Where a question stands on the page of its interview; the same as in the addresses that sources get by default.</summary>
internal static class QuestionAnchor
{
    /// <example>The third question gives <c>q-3</c>.</example>
    public static string Of(Passage passage) => Of(passage.Number);

    public static string Of(int number) => $"q-{number}";
}
