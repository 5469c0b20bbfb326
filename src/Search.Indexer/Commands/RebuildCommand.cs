using System.CommandLine;
using System.Globalization;
using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>rebuild</c>: a new generation of the stored records; needs no source.</summary>
internal static class RebuildCommand
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command(
            "rebuild",
            "Make the index anew of the records that it holds, check it and serve it; the one before is kept for rollback."
        )
        {
            index,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                using var session = new IndexSession(
                    CommonOptions.At(parsed.GetRequiredValue(index)),
                    "search-indexer rebuild"
                );
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var summary = Run(session, error, cancellationToken);
                if (parsed.GetValue(json))
                    JsonOutput.Write(output, summary);
                else
                    output.WriteLine(Describe(summary));
                return Task.FromResult(ExitCode.Success);
            }
        );
        return command;
    }

    private static string Describe(RebuildSummary summary) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Serving {summary.To} with {summary.Records} records; {summary.From} is kept for search-indexer rollback."
        );

    private static RebuildSummary Run(IndexSession session, TextWriter error, CancellationToken cancellationToken)
    {
        Timer? reports = null;
        try
        {
            return session.Rebuild(
                rebuild => reports = new Timer(_ => Report(rebuild, error), null, ReportInterval, ReportInterval),
                cancellationToken: cancellationToken
            );
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException(e.Message);
        }
        finally
        {
            reports?.Dispose();
        }
    }

    private static void Report(IndexRebuild rebuild, TextWriter error)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{rebuild.Copied:N0} of {rebuild.Total:N0} records");
        lock (error)
            error.WriteLine(line);
    }
}
