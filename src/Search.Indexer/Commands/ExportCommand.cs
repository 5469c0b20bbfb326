using System.CommandLine;
using System.Text;
using Search.Engine.Searching;

namespace Search.Indexer.Commands;

/// <summary><c>export</c>: all records as JSON Lines, as they can be indexed again.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var command = new Command("export", "Print all records as JSON Lines, in the order of their ids.") { index };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                using var engine = new SearchEngine(CommonOptions.At(parsed.GetRequiredValue(index)));
                foreach (var line in engine.Export(cancellationToken))
                    parsed.InvocationConfiguration.Output.Write(Encoding.UTF8.GetString(line.Span) + "\n");
                return Task.FromResult(ExitCode.Success);
            }
        );
        return command;
    }
}
