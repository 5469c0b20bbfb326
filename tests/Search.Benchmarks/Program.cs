using System.Globalization;
using BenchmarkDotNet.Running;
using Search.Benchmarks;
using Search.Benchmarks.Endurance;

return args switch
{
    ["kill-rounds", var rounds] => KillRounds.Run(int.Parse(rounds, CultureInfo.InvariantCulture)),
    ["kill-rounds-writer", var folder, var seed] => KilledWriter.Run(
        folder,
        int.Parse(seed, CultureInfo.InvariantCulture)
    ),
    ["load", var seconds] => await LoadRun.RunAsync(
        TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))
    ),
    _ => Benchmarks(args),
};

static int Benchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(SnippetBenchmark).Assembly).Run(args);
    return 0;
}
