using System.Diagnostics;
using Search.Engine.Indexing;

namespace Search.Engine.Watching;

/// <summary>
/// Keeps the index like the files of some sources for as long as it runs: imports them, then whatever changes. A change is
/// searchable after the quarter of a second in which a file must rest, and the time that its import takes.
/// </summary>
/// <param name="sources">What is followed. Each is a source of its own, and pruned: a record that is in no file is removed.</param>
/// <param name="options">How they are imported; pruning aside.</param>
/// <param name="importInto">Writes to the index.</param>
/// <param name="tell">Gets what was done, and why something was not, one after another.</param>
/// <param name="clock">For the time that files must rest.</param>
public sealed class SourceWatch(
    IReadOnlyList<WatchedSource> sources,
    ImportOptions options,
    ImportInto importInto,
    Action<WatchNews> tell,
    TimeProvider? clock = null
)
{
    // Events come in swarms; one look answers all of them.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    // Where the system tells of changes, a look now and then finds what it does not: behind links, on network disks.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseWhenNotTold = TimeSpan.FromSeconds(1);

    // Looking must not be most of what is done where there are very many files.
    private const int RestOverWork = 2;

    /// <summary>Returns when <paramref name="cancellationToken"/> is cancelled; an import that runs then is undone.</summary>
    /// <exception cref="IndexUnavailableException">The index is damaged or of another schema.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        using var woken = new AutoResetEvent(initialState: false);
        var time = clock ?? TimeProvider.System;
        var followers = sources
            .Select(source => new SourceFollower(source, options, importInto, tell, () => Wake(woken), time))
            .ToList();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
                LookAndRest(followers, woken, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how a watch ends.
        }
        finally
        {
            followers.ForEach(follower => follower.Dispose());
        }
    }

    private static void LookAndRest(
        List<SourceFollower> followers,
        AutoResetEvent woken,
        CancellationToken cancellationToken
    )
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var follower in followers)
            follower.Look(cancellationToken);
        var least = Longer(ShortestPause, Stopwatch.GetElapsedTime(start) * RestOverWork);
        cancellationToken.WaitHandle.WaitOne(least);
        if (!followers.Exists(follower => follower.IsWaiting))
            WaitHandle.WaitAny([woken, cancellationToken.WaitHandle], MostOf(followers));
    }

    private static void Wake(AutoResetEvent woken)
    {
        try
        {
            woken.Set();
        }
        catch (ObjectDisposedException)
        {
            // The last events may come in when the watch has ended.
        }
    }

    private static TimeSpan MostOf(List<SourceFollower> followers) =>
        followers.TrueForAll(follower => follower.IsTold) ? LongestPause : PauseWhenNotTold;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
