using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Suggesting;

/// <summary>
/// Keeps the suggestions of a collection: made when they are first asked for, made again in the background after each
/// commit, while the old ones are served as far as they still lead to something. Safe for many threads.
/// </summary>
/// <param name="analysis">As the index uses it.</param>
/// <param name="acquire">Leases the newest snapshot, with its version.</param>
/// <param name="logger">For what goes wrong in the background.</param>
internal sealed partial class Suggester(
    TextAnalysis analysis,
    Func<(SnapshotLease Lease, string Version)> acquire,
    ILogger logger
) : IDisposable
{
    /// <summary>
    /// After a build at least so many times its duration passes until the next, so that steady commits to a large
    /// collection cost a fifth of a core and not a whole one.
    /// </summary>
    private const int RestPerBuild = 4;

    private readonly Lock building = new();
    private readonly CancellationTokenSource disposal = new();
    private volatile SuggestionSnapshot? current;
    private long builtAt;
    private int commitsToFollow;

    /// <summary>Answers one request.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public SuggestResponse Answer(SuggestRequest request)
    {
        var suggestions = Use();
        try
        {
            var (lease, version) = acquire();
            using (lease)
            {
                if (version == suggestions.Version)
                    return suggestions.Answer(request);
                var live = new LiveRecords(lease.Snapshot, request.Filter);
                return suggestions.Answer(request, live) with { Version = Both(suggestions.Version, version) };
            }
        }
        finally
        {
            suggestions.Release();
        }
    }

    /// <summary>
    /// The version of the index that an answer would come from now; two of them while the suggestions are still those of an
    /// earlier one.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it is damaged.</exception>
    public string Version()
    {
        var suggestions = Use();
        suggestions.Release();
        var (lease, version) = acquire();
        lease.Dispose();
        return version == suggestions.Version ? version : Both(suggestions.Version, version);
    }

    /// <summary>Begins to make new suggestions in the background, if the index has changed since those that there are.</summary>
    public void Follow()
    {
        if (current is not null)
            Begin();
    }

    /// <summary>The same, and begins to make the first ones when there are none yet; who asks meanwhile waits for them.</summary>
    public void Begin()
    {
        if (disposal.IsCancellationRequested)
            return;
        if (Interlocked.Increment(ref commitsToFollow) == 1)
            _ = Task.Run(FollowAsync, CancellationToken.None);
    }

    /// <summary>Lets the snapshot go; waits for a build that is under way to stop.</summary>
    public void Dispose()
    {
        disposal.Cancel();
        lock (building)
        {
            current?.Dispose();
            current = null;
        }
        disposal.Dispose();
    }

    private static string Both(string suggestions, string records) => $"{suggestions}+{records}";

    // Between reading the field and taking hold of it newer ones may have come: then look again.
    private SuggestionSnapshot Use()
    {
        while (true)
        {
            var suggestions = current ?? BuildFirst();
            if (suggestions.TryUse())
                return suggestions;
        }
    }

    private SuggestionSnapshot BuildFirst()
    {
        lock (building)
        {
            ObjectDisposedException.ThrowIf(disposal.IsCancellationRequested, this);
            return current ??= Build(null);
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref commitsToFollow);
                await ReplaceStaleAsync();
            } while (Interlocked.Add(ref commitsToFollow, -seen) > 0);
        }
        catch (Exception e)
            when (e is OperationCanceledException or ObjectDisposedException or IndexUnavailableException)
        {
            // Disposed, or nothing to follow: the old suggestions go on, as searches do.
            Interlocked.Exchange(ref commitsToFollow, 0);
        }
        // The old suggestions go on too; the next commit tries again.
        catch (Exception e)
        {
            LogBuildFailed(e);
            Interlocked.Exchange(ref commitsToFollow, 0);
        }
    }

    private async Task ReplaceStaleAsync()
    {
        if (current is not { } old)
        {
            BuildFirst();
            return;
        }
        if (!IsStale(old))
            return;
        var rest = (old.BuildTime * RestPerBuild) - Stopwatch.GetElapsedTime(Interlocked.Read(ref builtAt));
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, disposal.Token);
        Replace(old);
    }

    private bool IsStale(SuggestionSnapshot suggestions)
    {
        var (lease, version) = acquire();
        lease.Dispose();
        return version != suggestions.Version;
    }

    private void Replace(SuggestionSnapshot old)
    {
        lock (building)
        {
            disposal.Token.ThrowIfCancellationRequested();
            current = Build(old.Index);
        }
        old.Dispose();
    }

    private SuggestionSnapshot Build(SuggestionIndex? before)
    {
        var start = Stopwatch.GetTimestamp();
        var (lease, version) = acquire();
        try
        {
            var index = new SuggestionIndexBuilder(lease.Snapshot, analysis, before).Build(disposal.Token);
            Interlocked.Exchange(ref builtAt, Stopwatch.GetTimestamp());
            var suggestions = new SuggestionSnapshot(index, analysis, lease, version, Stopwatch.GetElapsedTime(start));
            LogBuilt(suggestions.BuildTime.TotalMilliseconds, suggestions.Size);
            return suggestions;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    [LoggerMessage(
        EventName = "SuggestionsBuilt",
        Level = LogLevel.Debug,
        Message = "Suggestions built in {ElapsedMs} ms, {SizeBytes} bytes"
    )]
    private partial void LogBuilt(double elapsedMs, long sizeBytes);

    [LoggerMessage(
        EventName = "SuggestionsFailed",
        Level = LogLevel.Error,
        Message = "Suggestions could not be made anew; the old ones are still served"
    )]
    private partial void LogBuildFailed(Exception exception);
}
