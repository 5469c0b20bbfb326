using BenchmarkDotNet.Running;
using Search.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SnippetBenchmark).Assembly).Run(args);
