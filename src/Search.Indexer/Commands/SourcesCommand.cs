using System.CommandLine;
using System.Globalization;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>sources list</c> and <c>sources remove NAME</c>: what came from where.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new("sources", "List or remove what came from one source.") { List(), Remove() };

    private static Command List()
    {
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command("list", "List the sources with what each owns.") { index, json };
        command.SetAction(parsed =>
        {
            using var engine = new SearchEngine(CommonOptions.At(parsed.GetRequiredValue(index)));
            var sources = engine.Sources();
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(output, sources);
            else
                Write(output, sources);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("NAME") { Description = "The source, as sources list names it." };
        var index = CommonOptions.Index();
        var command = new Command("remove", "Remove all records that a source owns.") { name, index };
        command.SetAction(parsed =>
        {
            var source = parsed.GetRequiredValue(name);
            using var session = new IndexSession(CommonOptions.At(parsed.GetRequiredValue(index)), "search-indexer");
            var removed = session.RemoveSource(source);
            if (removed == 0)
                throw new UsageException($"No source is called {source}. See: search-indexer sources list");
            parsed.InvocationConfiguration.Output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Removed {removed} records of {source}.")
            );
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(TextWriter output, IReadOnlyList<SourceSummary> sources)
    {
        output.WriteLine($"{"talks", 9} {"interviews", 10} {"passages", 9}  source");
        foreach (var source in sources)
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Talks, 9} {source.Interviews, 10} {source.Passages, 9}  {source.Name}"
            );
            output.WriteLine(line);
        }
    }
}
