using System.CommandLine;
using Search.Engine.Checking;
using Search.Engine.Generations;
using Search.Engine.Sources;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary>
/// <c>check PATH…</c>: looks for mistakes in sources; without a path whether the index is whole. Writes nothing.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A file, a folder, or - for standard input; without any the index is checked.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string?>("--format")
        {
            Description = "The format, instead of looking at the content.",
            HelpName = "FORMAT",
        };
        var codes = string.Join(", ", SourceRules.All.Select(rule => rule.Code));
        var only = new Option<string[]>("--only")
        {
            Description = $"Look for this only; may be repeated. One of {codes}.",
            HelpName = "CODE",
            DefaultValueFactory = _ => [],
        };
        var skip = new Option<string[]>("--skip")
        {
            Description = "Do not look for this; may be repeated.",
            HelpName = "CODE",
            DefaultValueFactory = _ => [],
        };
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command("check", "Look for mistakes in sources, or for damage in the index.")
        {
            paths,
            format,
            only,
            skip,
            index,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(paths) is not { Length: > 0 })
                {
                    var report = IndexCheck.Run(CommonOptions.At(parsed.GetRequiredValue(index)), cancellationToken);
                    return Task.FromResult(Print(report, parsed.InvocationConfiguration.Output, parsed.GetValue(json)));
                }
                var wanted = new CheckedCodes(parsed.GetValue(only) ?? [], parsed.GetValue(skip) ?? []);
                var inputs = Inputs.Of(parsed.GetRequiredValue(paths), source: null, parsed.GetValue(format));
                if (inputs.FirstOrDefault(input => input.Address is not null) is { } address)
                    throw new UsageException($"{address.Path} cannot be checked, only files and folders can.");
                var result = Check(inputs, wanted, cancellationToken);
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                new CheckReport(output, error).Write(result, parsed.GetValue(json));
                return Task.FromResult(result.Findings.Count > 0 ? ExitCode.SomeRefused : ExitCode.Success);
            }
        );
        return command;
    }

    private static int Print(IndexCheckReport report, TextWriter output, bool json)
    {
        if (json)
            JsonOutput.Write(output, report);
        else
            IndexCheckPrinter.Write(output, report);
        return report.IsSound ? ExitCode.Success : ExitCode.Unusable;
    }

    private static CheckResult Check(
        IReadOnlyList<Input> inputs,
        CheckedCodes wanted,
        CancellationToken cancellationToken
    )
    {
        var check = new SourceCheck(TimeProvider.System, wanted.Include);
        foreach (var input in inputs)
        {
            check.Add(input.Items(cancellationToken));
            // Standard input is gone once it was read, and its name says nothing of its kind.
            foreach (var file in input.Path == SourceFiles.StandardInput ? [] : input.Files)
                check.Add(file);
        }
        return check.End();
    }
}

/// <summary>Which findings are wanted.</summary>
internal sealed class CheckedCodes
{
    private readonly HashSet<string> only;
    private readonly HashSet<string> skipped;

    /// <exception cref="UsageException">There is no such code.</exception>
    public CheckedCodes(IReadOnlyList<string> only, IReadOnlyList<string> skipped)
    {
        var known = SourceRules.All.Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        if (only.Concat(skipped).FirstOrDefault(code => !known.Contains(code)) is { } unknown)
            throw new UsageException($"There is no code {unknown}; there are {string.Join(", ", known)}.");
        this.only = [.. only];
        this.skipped = [.. skipped];
    }

    public bool Include(string code) => (only.Count == 0 || only.Contains(code)) && !skipped.Contains(code);
}
