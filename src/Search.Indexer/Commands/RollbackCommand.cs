using System.CommandLine;
using System.Globalization;
using Search.Engine.Generations;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>rollback</c>: serves the older generation again.</summary>
internal static class RollbackCommand
{
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command(
            "rollback",
            "Serve the older generation again, with what was written since. The newer one is kept: a second rollback goes back to it."
        )
        {
            index,
            json,
        };
        command.SetAction(parsed =>
        {
            var folder = CommonOptions.At(parsed.GetRequiredValue(index));
            var summary = IndexRollback.Run(folder, "search-indexer rollback");
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(output, summary);
            else
                output.WriteLine($"Serving {summary.To}. {Describe(summary)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static string Describe(RollbackSummary summary)
    {
        if (summary.WritesAreLost)
            return "What was written after it could not be read; index the sources again to be sure.";
        if (summary.IsOtherCollection)
            return $"It is as it was when {summary.From} took its place.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Brought along: {summary.BroughtAlong} records that were written since."
        );
    }
}
