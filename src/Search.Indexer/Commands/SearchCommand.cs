using System.CommandLine;
using System.Globalization;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>search "QUERY"</c>: asks the index as the service would.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY")
        {
            Description = "What to look for, as one would type it into the search box.",
        };
        var page = new Option<int>("--page") { Description = "Which page, from 1.", DefaultValueFactory = _ => 1 };
        var hits = new Option<int>("--hits") { Description = "Hits a page, 1 to 100.", DefaultValueFactory = _ => 10 };
        var filter = new Option<string>("--filter")
        {
            Description = "What a record must be, such as: kind = talk AND year >= 2014 AND topic IN [A, B]",
            HelpName = "EXPR",
        };
        var facets = new Option<string[]>("--facets")
        {
            Description =
                $"Count the values of these fields, with commas between: {string.Join(", ", FacetOption.Names)}.",
            HelpName = "NAMES",
        };
        var syntax = new Option<QuerySyntax>("--syntax")
        {
            Description = "simple, as in the search box, or lucene: Lucene's own query language.",
            DefaultValueFactory = _ => QuerySyntax.Simple,
        };
        var match = CommonOptions.Match();
        var explain = new Option<bool>("--explain") { Description = "Say how each score came about." };
        var index = CommonOptions.Index();
        var synonyms = CommonOptions.Synonyms();
        var json = CommonOptions.Json();
        var command = new Command("search", "Ask the index.")
        {
            query,
            page,
            hits,
            filter,
            facets,
            syntax,
            match,
            explain,
            index,
            synonyms,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var request = new SearchRequest
                {
                    Query = parsed.GetRequiredValue(query),
                    Page = InRange("--page", parsed.GetValue(page), 1, SearchLimits.MaxDepth),
                    HitsPerPage = InRange("--hits", parsed.GetValue(hits), 1, SearchLimits.MaxHitsPerPage),
                    Filter = new RecordFilter { Expression = FilterOption.Read(parsed.GetValue(filter)) },
                    Facets = FacetOption.Read(parsed.GetValue(facets) ?? []),
                    Syntax = parsed.GetValue(syntax),
                    Match = parsed.GetValue(match),
                    Explain = parsed.GetValue(explain),
                };
                if (request.Page * request.HitsPerPage > SearchLimits.MaxDepth)
                    throw new UsageException($"--page times --hits is at most {SearchLimits.MaxDepth}.");
                using var engine = CommonOptions.Open(
                    CommonOptions.At(parsed.GetRequiredValue(index)),
                    parsed.GetValue(synonyms),
                    parsed.InvocationConfiguration.Error
                );
                var response = Ask(engine, request, cancellationToken);
                var output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                    JsonOutput.Write(output, FoundRecords.Of(response));
                else
                    new HitPrinter(output).Print(response, request);
                return Task.FromResult(ExitCode.Success);
            }
        );
        return command;
    }

    private static SearchResponse Ask(SearchEngine engine, SearchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return engine.Search(request, cancellationToken);
        }
        catch (QuerySyntaxException mistake)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"QUERY, character {mistake.Error.Position + 1}");
            throw new UsageException($"{place}: {mistake.Message}");
        }
    }

    private static int InRange(string option, int value, int least, int most) =>
        value >= least && value <= most
            ? value
            : throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; {least} to {most} are allowed.")
            );
}
