using System.Diagnostics;
using System.Globalization;
using Search.Engine.Generations;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Benchmarks.Endurance;

/// <summary>
/// Starts a writer, kills it at a random moment, and looks at what is left: again and again, on one index. An engine that
/// has the index open all the time must follow.
/// </summary>
internal sealed class KillRounds : IDisposable
{
    private const int RoundsBetweenChecks = 10;

    private readonly string folder = Directory.CreateTempSubdirectory("kill-rounds-").FullName;
    private readonly Random random = new(1);
    private readonly Dictionary<string, int> acknowledged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> done = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];
    private readonly SearchEngine following;
    private int lost;
    private int halfApplied;
    private int repairs;

    private KillRounds() => following = new SearchEngine(Options);

    private IndexOptions Options => new() { Path = Path.Combine(folder, "index") };

    /// <summary>0 when nothing was lost, half applied, or in need of a hand.</summary>
    public static int Run(int rounds)
    {
        using var run = new KillRounds();
        for (var round = 1; round <= rounds && run.faults.Count == 0; round++)
            run.Round(round);
        Console.WriteLine(run.Summary(rounds));
        run.faults.ForEach(Console.WriteLine);
        if (run.faults.Count == 0)
            Directory.Delete(run.folder, recursive: true);
        return run.faults.Count == 0 ? 0 : 1;
    }

    public void Dispose() => following.Dispose();

    private string Summary(int rounds)
    {
        var operations = string.Join(", ", done.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rounds} kills; finished before them: {operations}; lost: {lost}, half applied: {halfApplied}, repairs by hand: {repairs}"
        );
    }

    private void Round(int number)
    {
        var said = KillAWriter(number);
        var (pending, wasRemoval) = Read(said);
        using var engine = new SearchEngine(Options);
        if (engine.State.Availability == IndexAvailability.Missing && acknowledged.Count == 0)
            return;
        if (engine.State.Availability != IndexAvailability.Ready)
        {
            repairs++;
            faults.Add($"Round {number}: {engine.State.Message}");
            return;
        }
        Compare(number, engine, pending, wasRemoval);
        following.Refresh();
        if (following.State.Availability != IndexAvailability.Ready)
            faults.Add($"Round {number}, following: {following.State.Message}");
        if (number % RoundsBetweenChecks == 0 && IndexCheck.Run(Options) is { IsSound: false } report)
            faults.Add($"Round {number}: {string.Join(' ', report.Generations.SelectMany(found => found.Damage))}");
    }

    private List<string> KillAWriter(int number)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(KillRounds).Assembly.Location);
        foreach (var argument in new[] { "kill-rounds-writer", folder, number.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        using var writer = Process.Start(start) ?? throw new InvalidOperationException("The writer did not start.");
        var lines = new List<string>();
        // From the first word on: before it there is only the start of the runtime.
        if (writer.StandardOutput.ReadLine() is { } first)
            lines.Add(first);
        var killer = new Timer(_ => writer.Kill(), null, random.Next(20, 3_000), Timeout.Infinite);
        while (writer.StandardOutput.ReadLine() is { } line)
            lines.Add(line);
        writer.WaitForExit();
        killer.Dispose();
        if (writer.ExitCode is not (137 or -1))
            faults.Add($"Round {number}: the writer ended by itself with {writer.ExitCode}.");
        return lines;
    }

    // What was said to be done counts; what was only begun may have happened or not, but whole.
    private (Dictionary<string, int> Pending, bool WasRemoval) Read(List<string> said)
    {
        var pending = new Dictionary<string, int>(StringComparer.Ordinal);
        var wasRemoval = false;
        foreach (var line in said)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var version))
                continue;
            pending.Clear();
            foreach (var id in parts.Skip(2))
            {
                if (parts[0] is "write" or "remove")
                    pending[id] = version;
                else if (parts[0] == "written")
                    acknowledged[id] = version;
                else if (parts[0] == "removed")
                    acknowledged.Remove(id);
            }
            wasRemoval = parts[0] == "remove";
            var operation = parts[0] == "done" ? parts[2] : parts[0];
            if (parts[0] is "written" or "removed" or "done")
                done[operation] = done.GetValueOrDefault(operation) + 1;
        }
        return (pending, wasRemoval);
    }

    private void Compare(int number, SearchEngine engine, Dictionary<string, int> pending, bool wasRemoval)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in Enumerable.Range(0, 400).Select(n => n.ToString(CultureInfo.InvariantCulture)))
        {
            if (engine.Find(id) is not { } stored)
                continue;
            if (VersionedRecords.VersionOf(stored.Record) is { } version)
                found[id] = version;
            else
                HalfApplied($"Round {number}: {id} is half one version, half another.");
        }
        var happened = pending.Count(pair => wasRemoval ? !found.ContainsKey(pair.Key) : Has(found, pair));
        if (!wasRemoval && happened > 0 && happened < pending.Count)
            HalfApplied($"Round {number}: {happened} of {pending.Count} records of one import are there.");
        var wasDone = pending.Count > 0 && happened == pending.Count;
        foreach (var (id, version) in acknowledged.Where(pair => !Has(found, pair)))
        {
            if (wasDone && pending.ContainsKey(id))
                continue;
            lost++;
            faults.Add($"Round {number}: {id} should be {version} and is {found.GetValueOrDefault(id)}.");
        }
        foreach (
            var id in found.Keys.Where(id => !acknowledged.ContainsKey(id) && !(wasDone && pending.ContainsKey(id)))
        )
            faults.Add($"Round {number}: {id} was removed and is there.");
        // What is there now is what must stay.
        acknowledged.Clear();
        foreach (var (id, version) in found)
            acknowledged[id] = version;
    }

    private static bool Has(Dictionary<string, int> found, KeyValuePair<string, int> pair) =>
        found.TryGetValue(pair.Key, out var version) && version == pair.Value;

    private void HalfApplied(string fault)
    {
        halfApplied++;
        faults.Add(fault);
    }
}
