using Search.Service.Pages;

namespace Search.Service.Insights;

/// <summary>A plain table.</summary>
internal static class AdminTable
{
    /// <summary>With a sentence in place of no rows.</summary>
    public static Html Of(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<Html>> rows) =>
        rows.Count == 0
            ? Html.Of($"<p>None.</p>")
            : Html.Of(
                $"""
                <table>
                <thead><tr>{columns.Select(column => Html.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead>
                <tbody>
                {rows.Select(Row)}
                </tbody>
                </table>
                """
            );

    /// <summary>Cells of plain text.</summary>
    public static IReadOnlyList<Html> Row(params IEnumerable<string> cells) =>
        [.. cells.Select(cell => Html.Of($"{cell}"))];

    private static Html Row(IReadOnlyList<Html> cells) =>
        Html.Of($"<tr>{cells.Select(cell => Html.Of($"<td>{cell}</td>"))}</tr>\n");
}
