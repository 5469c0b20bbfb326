using Search.Service.Problems;

namespace Search.Service.Pages;

/// <summary>What the codes of problems mean; the <c>type</c> of a problem leads here.</summary>
internal static class ProblemsPage
{
    public static HtmlPage Make() =>
        new("Problems", Html.Of($"<h1>Problems</h1><dl>{ProblemCode.All.Select(Entry)}</dl>"));

    private static Html Entry(ProblemCode code) =>
        Html.Of(
            $"""
            <dt id="{code.Name}"><code>{code.Name}</code> ({code.Status})</dt>
            <dd>{code.Title}. {code.Meaning}</dd>

            """
        );
}
