using System.CommandLine;
using Search.Engine.Indexing;
using Search.Engine.Keys;
using Search.Indexer.Commands;
using Search.Indexer.Sending;

namespace Search.Indexer;

/// <summary>The command line <c>search-indexer</c>.</summary>
internal static class SearchIndexer
{
    /// <summary>Runs one command and gives its exit code. Results go to <paramref name="output"/>, messages to <paramref name="error"/>.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = Commands();
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
                error.WriteLine(fault.Message);
            error.WriteLine("Run search-indexer --help to see what it can do.");
            return ExitCode.Usage;
        }
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            };
            return parsed.Invoke(configuration);
        }
        catch (UsageException e)
        {
            error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
        catch (KeyNameException e)
        {
            error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
        catch (IndexLockedException e)
        {
            error.WriteLine(e.Message);
            if (e.Holder.StartsWith("search-service", StringComparison.Ordinal))
                error.WriteLine("Records can be sent to it instead: search-indexer index PATH --server URL --key KEY");
            return ExitCode.Unusable;
        }
        catch (Exception e)
            when (e
                    is Search.Engine.Sources.SourceException
                        or Search.Engine.Backups.BackupException
                        or IndexUnavailableException
                        or KeysUnreadableException
                        or ServerException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            error.WriteLine(e.Message);
            return ExitCode.Unusable;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped. What was not committed is not in the index.");
            return ExitCode.Interrupted;
        }
    }

    private static RootCommand Commands() =>
        new("Puts talks and interviews into a search index, and asks it.")
        {
            IndexCommand.Create(),
            CheckCommand.Create(),
            WatchCommand.Create(),
            SearchCommand.Create(),
            StatsCommand.Create(),
            ExportCommand.Create(),
            SourcesCommand.Create(),
            KeysCommand.Create(),
            ForgetCommand.Create(),
            RebuildCommand.Create(),
            RollbackCommand.Create(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            EvaluateCommand.Create(),
        };
}

/// <summary>The command line makes no sense; the message says what to do.</summary>
/// <param name="message">One sentence.</param>
internal sealed class UsageException(string message) : Exception(message);
