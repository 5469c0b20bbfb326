using System.CommandLine;
using System.Globalization;
using Search.Engine.Backups;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The backup; a tar file in gzip, such as talks.tar.gz.",
        };
        var withKeys = new Option<bool>("--with-keys")
        {
            Description = "Include the keys (only their hashes are kept).",
        };
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command(
            "backup",
            "Write the index into one compressed file and check that file; others may search and write meanwhile."
        )
        {
            file,
            withKeys,
            index,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var summary = IndexBackup.Write(
                    CommonOptions.At(parsed.GetRequiredValue(index)),
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(withKeys),
                    cancellationToken
                );
                var output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                    JsonOutput.Write(output, summary);
                else
                    output.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{summary.File}: {summary.Records} records, {summary.SizeBytes / 1_000_000d:0.0} MB, read back and whole."
                        )
                    );
                return Task.FromResult(ExitCode.Success);
            }
        );
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "A backup." };
        var force = new Option<bool>("--force")
        {
            Description = "Replace the index that is there; it is kept for rollback.",
        };
        var withKeys = new Option<bool>("--with-keys")
        {
            Description =
                "Put the backup's keys in the place of those here; without it they come only where there are none.",
        };
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command("restore", "Serve the index of a backup, once it has been checked.")
        {
            file,
            force,
            withKeys,
            index,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var summary = IndexRestore.Run(
                    CommonOptions.At(parsed.GetRequiredValue(index)),
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(force),
                    parsed.GetValue(withKeys),
                    cancellationToken
                );
                var output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                    JsonOutput.Write(output, summary);
                else
                    output.WriteLine(Describe(summary));
                return Task.FromResult(ExitCode.Success);
            }
        );
        return command;
    }

    private static string Describe(RestoreSummary summary)
    {
        var keys = summary.Keys switch
        {
            RestoredKeys.FromBackup => " The keys are those of the backup.",
            RestoredKeys.KeptOwn => " The keys that were here are kept; --with-keys takes those of the backup.",
            _ => "",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Serving {summary.Generation} with {summary.Records} records, as of {summary.Created:yyyy-MM-dd HH:mm:ss}Z.{keys}"
        );
    }
}
