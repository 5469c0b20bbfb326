using System.Diagnostics;
using System.Globalization;
using Search.Indexer;

namespace Search.Tests.CommandLine;

/// <summary>A folder with files and an index, in which <c>search-indexer</c> is run.</summary>
public sealed class CommandLineRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Folder => folder.Path;

    public string Index => folder["index"];

    public void Dispose() => folder.Dispose();

    /// <summary>Writes a file of lines; gives its full path.</summary>
    public string File(string name, params IEnumerable<string> lines)
    {
        var path = folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        System.IO.File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        return path;
    }

    /// <summary>Runs in this process, with <c>--index</c> for the index of this folder.</summary>
    public Outcome Run(params string[] arguments) => RunPlain([.. arguments, "--index", Index]);

    /// <summary>Runs in this process, with these arguments alone.</summary>
    public static Outcome RunPlain(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = SearchIndexer.Run(arguments, output, error);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the program in a process of its own, to its end.</summary>
    public static async Task<Outcome> RunProcessAsync(string workingFolder, string input, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Start(workingFolder, arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        return new Outcome(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program in a process of its own.</summary>
    public static Process Start(string workingFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Programs.Indexer);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("search-indexer could not be started.");
    }

    public static string TalkLine(string id, string title) => $$"""{"id":"{{id}}","kind":"talk","title":"{{title}}"}""";

    public static string InterviewLine(string id, string title, string question, string answer) =>
        $$"""{"id":"{{id}}","kind":"interview","title":"{{title}}","questions":[{"question":"{{question}}","answer":"{{answer}}"}]}""";
}

/// <summary>What a run gave.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Outcome(int Code, string Output, string Error)
{
    public IReadOnlyList<string> OutputLines => Lines(Output);

    public IReadOnlyList<string> ErrorLines => Lines(Error);

    /// <summary>A figure of the summary of <c>index</c>.</summary>
    public int Count(string name)
    {
        var line = OutputLines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal));
        return int.Parse(line[name.Length..].Trim(), CultureInfo.InvariantCulture);
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'))];
}
