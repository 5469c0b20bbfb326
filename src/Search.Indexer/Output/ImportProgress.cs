using System.Diagnostics;
using System.Globalization;
using Search.Engine.Indexing;
using Spectre.Console;

namespace Search.Indexer.Output;

/// <summary>Shows how far an import is; disposing it ends the display.</summary>
internal interface IImportProgress : IProgress<ImportSummary>, IDisposable;

/// <summary>What both displays say.</summary>
internal static class ProgressText
{
    public static string Counts(ImportSummary summary) =>
        string.Create(CultureInfo.InvariantCulture, $"{summary.Read:N0} read, {summary.RefusedCount:N0} refused");
}

/// <summary>A line every few seconds, for logs.</summary>
internal sealed class PlainProgress(string source, TextWriter error) : IImportProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long last = Stopwatch.GetTimestamp();

    public void Report(ImportSummary value)
    {
        if (Stopwatch.GetElapsedTime(last) < Interval)
            return;
        last = Stopwatch.GetTimestamp();
        error.WriteLine($"{source}: {ProgressText.Counts(value)}");
    }

    public void Dispose() { }
}

/// <summary>A moving bar on a terminal. How many records a stream holds is not known before its end, so it has no percentage.</summary>
internal sealed class TerminalProgress : IImportProgress
{
    private readonly ManualResetEventSlim finished = new();
    private readonly Thread display;
    private volatile string counts = "";

    public TerminalProgress(string source)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        display = new Thread(() => Show(console, source)) { IsBackground = true };
        display.Start();
    }

    public void Report(ImportSummary value) => counts = ProgressText.Counts(value);

    public void Dispose()
    {
        finished.Set();
        display.Join();
    }

    private void Show(IAnsiConsole console, string source)
    {
        var bar = console
            .Progress()
            .AutoClear(enabled: true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new ElapsedTimeColumn(),
                new SpinnerColumn()
            );
        bar.Start(context =>
        {
            var task = context.AddTask(Markup.Escape(source));
            task.IsIndeterminate = true;
            while (!finished.Wait(100))
                task.Description = Markup.Escape($"{source}: {counts}");
        });
    }
}
