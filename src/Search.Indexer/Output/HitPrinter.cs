using System.Globalization;
using System.Text;
using Search.Engine.Documents;
using Search.Engine.Searching;
using Spectre.Console;

namespace Search.Indexer.Output;

/// <summary>Hits for people: on a terminal with what matched in bold, else as plain lines.</summary>
internal sealed class HitPrinter(TextWriter output)
{
    private const string Indent = "    ";

    private readonly IAnsiConsole console = AnsiConsole.Create(
        new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }
    );

    /// <summary>The total, what was noted, the hits of the page, and the facets.</summary>
    public void Print(SearchResponse response, SearchRequest request)
    {
        foreach (var warning in response.Warnings)
            Line(Markup.Escape(warning));
        foreach (var (from, to) in response.Interpreted.Corrected)
            Line(Markup.Escape($"No record has \"{from}\"; this is for \"{to}\"."));
        Line(
            response.TotalHits == 1
                ? "1 hit"
                : string.Create(CultureInfo.InvariantCulture, $"{response.TotalHits} hits")
        );
        var place = (request.Page - 1) * request.HitsPerPage;
        foreach (var hit in response.Hits)
            Print(++place, hit);
        foreach (var facet in response.Facets)
            Print(facet);
        if (response.Interpreted.Corrected.Count > 0)
            return;
        foreach (var other in response.Suggestions)
            Line(Markup.Escape($"Did you mean: {other.Query} ({other.TotalHits})"));
    }

    private void Print(Facet facet)
    {
        Line("");
        Line(FacetNames.Of(facet.Field));
        foreach (var value in facet.Values)
            Line(string.Create(CultureInfo.InvariantCulture, $"{value.Count, 8}  {Plain(value.Value)}"));
    }

    private void Print(int place, SearchHit hit)
    {
        Line("");
        Line(string.Create(CultureInfo.InvariantCulture, $"{place, 2}. {Marked(hit.Title)}"));
        Line(Indent + Markup.Escape(About(hit.Record)));
        if (hit.Explanation is { } explanation)
            Print(explanation);
        if (hit.Passages.Count == 0 && hit.Snippet is { } snippet)
            Line(Indent + Marked(new HighlightedText(snippet.Text, snippet.Ranges)));
        foreach (var passage in hit.Passages)
        {
            Line($"{Indent}Q: {Marked(passage.Question)}");
            Line($"{Indent}   {Marked(new HighlightedText(passage.Snippet.Text, passage.Snippet.Ranges))}");
        }
        foreach (var form in hit.Also)
            Line($"{Indent}also: {Markup.Escape(form.Id)}");
    }

    private void Print(ScoreExplanation explanation)
    {
        var parts = explanation.Parts.Select(part =>
            string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Value:0.00}")
        );
        var score = explanation.Parts.Sum(part => part.Value);
        Line(
            Indent
                + Markup.Escape(
                    string.Create(CultureInfo.InvariantCulture, $"score {score:0.00} = {string.Join(" + ", parts)}")
                )
        );
        Line(Indent + Markup.Escape(explanation.Sentence));
    }

    private static string About(Record record)
    {
        string?[] parts =
        [
            record.Kind == RecordKind.Talk ? "talk" : "interview",
            string.Join(", ", record.Speakers),
            record.Event,
            record.Date?.ToString(),
            record.Id,
        ];
        return string.Join(" | ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    // The text comes from sources: what would move the cursor or change colours is taken out with all control characters.
    private static string Marked(HighlightedText highlighted)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var range in highlighted.Ranges)
        {
            marked.Append(Plain(highlighted.Text[at..range.Start]));
            marked.Append(CultureInfo.InvariantCulture, $"[bold]{Plain(highlighted.Text[range.Start..range.End])}[/]");
            at = range.End;
        }
        return marked.Append(Plain(highlighted.Text[at..])).ToString();
    }

    private static string Plain(string text) =>
        Markup.Escape(string.Concat(text.Select(unit => char.IsControl(unit) ? ' ' : unit)));

    private void Line(string markup)
    {
        if (console.Profile.Capabilities.Ansi && console.Profile.Out.IsTerminal)
            console.MarkupLine(markup);
        else
            output.WriteLine(Markup.Remove(markup));
    }
}
