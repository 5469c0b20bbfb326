using System.CommandLine;
using Search.Engine.Indexing;
using Search.Engine.Sources;
using Search.Indexer.Fetching;
using Search.Indexer.Output;
using Search.Indexer.Sending;

namespace Search.Indexer.Commands;

/// <summary><c>index PATH…</c>: puts files, folders and addresses into the index.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A file, a folder, an address (http or https), or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var source = new Option<string?>("--source")
        {
            Description = "The name under which the records are kept, instead of the path as given.",
            HelpName = "NAME",
        };
        var format = new Option<string?>("--format")
        {
            Description =
                $"The format, instead of looking at the content: {string.Join(", ", Importers.All.Select(importer => importer.Format))}.",
            HelpName = "FORMAT",
        };
        var prune = new Option<bool>("--prune") { Description = "Remove what the source had before and has no more." };
        var takeOver = new Option<bool>("--take-over") { Description = "Take records over that another source owns." };
        var keepSample = new Option<bool>("--keep-sample") { Description = "Keep the sample collection." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, write nothing." };
        var server = new Option<string?>("--server")
        {
            Description = "Send the records to a service that writes, instead of to an index in a folder.",
            HelpName = "URL",
        };
        var key = new Option<string?>("--key")
        {
            Description = "An admin key of that service; without it the environment variable SEARCH_KEY.",
            HelpName = "KEY",
        };
        var fetching = new FetchOptions();
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command("index", "Put talks and interviews into the index.")
        {
            paths,
            source,
            format,
            prune,
            takeOver,
            keepSample,
            dryRun,
            server,
            key,
            index,
            json,
        };
        fetching.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var inputs = Inputs.Of(
                    parsed.GetRequiredValue(paths),
                    parsed.GetValue(source),
                    parsed.GetValue(format)
                );
                var options = new ImportOptions
                {
                    Prune = parsed.GetValue(prune),
                    TakeOver = parsed.GetValue(takeOver),
                    KeepSample = parsed.GetValue(keepSample),
                    DryRun = parsed.GetValue(dryRun),
                };
                var folder = CommonOptions.At(parsed.GetRequiredValue(index));
                var error = parsed.InvocationConfiguration.Error;
                var report = new ImportReport(parsed.InvocationConfiguration.Output, error);
                var address = parsed.GetValue(server);
                // What a service holds is not known here, so nothing is left out as unchanged.
                var memory = address is null ? options : options with { DryRun = true };
                using var downloads = new Downloads(fetching.Limits(parsed), memory, folder, error);
                var ready = await downloads.FetchAsync(inputs, fetching.Hosts(parsed), cancellationToken);
                if (address is not null)
                {
                    using var service = ServerAt(address, parsed.GetValue(key), options, error);
                    var sending = new ServerRun(ready, options, service);
                    return await sending.ExecuteAsync(report, parsed.GetValue(json), cancellationToken);
                }
                var run = new ImportRun(ready, options, folder);
                var code = run.Execute(report, parsed.GetValue(json), cancellationToken);
                return downloads.RefusedBefore > 0 ? Math.Max(code, ExitCode.SomeRefused) : code;
            }
        );
        return command;
    }

    private static SearchServer ServerAt(string address, string? key, ImportOptions options, TextWriter error)
    {
        if (options.DryRun)
            throw new UsageException("--dry-run checks against an index in a folder; it cannot be used with --server.");
        return
            Uri.TryCreate(address, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? new SearchServer(url, KeyOption.Read(key), error)
            : throw new UsageException($"--server {address} is no web address such as http://127.0.0.1:5080.");
    }
}
