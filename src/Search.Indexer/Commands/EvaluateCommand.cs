using System.CommandLine;
using System.Globalization;
using Search.Indexer.Evaluation;

namespace Search.Indexer.Commands;

/// <summary><c>evaluate</c>: how good the ranking is, on a judged test collection.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var queries = new Option<string>("--queries")
        {
            Description = "Queries: lines of {\"id\",\"text\"}.",
            Required = true,
            HelpName = "FILE",
        };
        var qrels = new Option<string>("--qrels")
        {
            Description = "Judgements: lines of query, document, grade.",
            Required = true,
            HelpName = "FILE",
        };
        var docs = new Option<string?>("--docs")
        {
            Description = "Documents: lines of {\"id\",\"title\",\"text\"}; without it the index is asked.",
            HelpName = "FILE",
        };
        var match = CommonOptions.Match();
        var ranking = new Option<string>("--ranking")
        {
            Description = "lexical: by words, the one ranking that there is.",
            DefaultValueFactory = _ => "lexical",
        };
        ranking.AcceptOnlyFromAmong("lexical");
        var perQuery = new Option<bool>("--per-query") { Description = "Print each query's figures too." };
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Compare with the output of an earlier run with --per-query.",
            HelpName = "FILE",
        };
        var index = CommonOptions.Index();
        var synonyms = CommonOptions.Synonyms();
        var command = new Command("evaluate", "Measure the ranking on judged queries.")
        {
            queries,
            qrels,
            docs,
            match,
            ranking,
            perQuery,
            baseline,
            index,
            synonyms,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var judged = Judgements.Read(parsed.GetRequiredValue(queries), parsed.GetRequiredValue(qrels));
                var before = parsed.GetValue(baseline) is { } file ? Comparison.ReadBaseline(file) : null;
                var output = parsed.InvocationConfiguration.Output;
                using var collection = EvaluatedCollection.Open(
                    parsed.GetValue(docs),
                    CommonOptions.At(parsed.GetRequiredValue(index)),
                    options =>
                        CommonOptions.Open(options, parsed.GetValue(synonyms), parsed.InvocationConfiguration.Error),
                    cancellationToken
                );
                var measured = judged
                    .Select(query =>
                        (query.Id, Measures: collection.Measure(query, parsed.GetValue(match), cancellationToken))
                    )
                    .ToList();
                foreach (var (id, measures) in parsed.GetValue(perQuery) ? measured : [])
                    Write(output, measures, id);
                Write(output, Measures.Mean([.. measured.Select(query => query.Measures)]));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Queries {measured.Count}"));
                if (before is not null)
                    Write(
                        output,
                        Comparison.Of(
                            before,
                            measured.ToDictionary(
                                query => query.Id,
                                query => Printed(query.Measures.NdcgAt10),
                                StringComparer.Ordinal
                            )
                        )
                    );
                return Task.FromResult(ExitCode.Success);
            }
        );
        return command;
    }

    // The baseline holds figures as they were printed: only what differs in print is a win or a loss.
    private static double Printed(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    private static void Write(TextWriter output, Measures measures, string? query = null)
    {
        foreach (var (name, value) in measures.Named())
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}{(query is null ? "" : " " + query)} {value:0.0000}"
                )
            );
    }

    private static void Write(TextWriter output, Comparison comparison)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wins {comparison.Wins}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Losses {comparison.Losses}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ties {comparison.Ties}"));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Difference {comparison.MeanDifference:+0.0000;-0.0000;0.0000}"
            )
        );
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p {comparison.Significance:0.0000}"));
    }
}
