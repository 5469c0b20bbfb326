namespace Search.Engine.Watching;

/// <summary>
/// Waits until files that change have come to rest. A file that is gone rests as well before it counts as gone: editors
/// remove a file and write it anew.
/// </summary>
internal sealed class Settling(TimeProvider clock)
{
    /// <summary>How long a file must look the same.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    // Files that come together are read together (a record that moves from one to another must not go missing between
    // them), but one that never rests does not hold up the others.
    private static readonly TimeSpan LongestForOthers = TimeSpan.FromSeconds(1);

    // A program that keeps a file open and writes nothing to it has forgotten it, or adds to it now and then.
    private static readonly TimeSpan LongestForWriter = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Resting> waiting = new(StringComparer.Ordinal);

    /// <summary>Whether any file is waited for.</summary>
    public bool IsWaiting => waiting.Count > 0;

    /// <summary>Of the files that differ from what was read of them, those to read now.</summary>
    /// <param name="changed">With how they look; null for those that are gone.</param>
    public IReadOnlySet<string> Ready(IReadOnlyDictionary<string, FileStamp?> changed)
    {
        var now = clock.GetTimestamp();
        foreach (var path in waiting.Keys.Where(path => !changed.ContainsKey(path)).ToList())
            waiting.Remove(path);
        foreach (var (path, stamp) in changed)
        {
            if (!waiting.TryGetValue(path, out var resting) || resting.Stamp != stamp)
                waiting[path] = new Resting(stamp, now);
        }
        var rested = waiting.Where(file => HasRested(file.Key, clock.GetElapsedTime(file.Value.Since, now))).ToList();
        var longest = rested.Select(file => clock.GetElapsedTime(file.Value.Since, now)).DefaultIfEmpty().Max();
        if (rested.Count < waiting.Count && longest < LongestForOthers)
            return new HashSet<string>();
        foreach (var (path, _) in rested)
            waiting.Remove(path);
        return rested.Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
    }

    private bool HasRested(string path, TimeSpan rest) =>
        rest >= Quiet && (rest >= LongestForWriter || waiting[path].Stamp is null || !OpenForWriting.Holds(path));

    private readonly record struct Resting(FileStamp? Stamp, long Since);
}
