using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Writing;

/// <summary>
/// The one place that writes to the index. It holds the writer as long as writing is on, and lets whatever has come in
/// while the last commit was made share the next one. Whoever waits for a write hears of it only when it is on the disk.
/// </summary>
internal sealed partial class WriteQueue(
    IndexOptions index,
    SearchEngine engine,
    WritingSwitch writing,
    IOptions<SearchSettings> settings,
    TimeProvider clock,
    ILogger<WriteQueue> logger
) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    // Commits should not grow without limit while others wait for theirs.
    private const int MostWritesInCommit = 10_000;

    private readonly WriteSettings limits = settings.Value.Write;
    private readonly Channel<QueuedWork> channel = Channel.CreateUnbounded<QueuedWork>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly Lock admission = new();
    private readonly IdempotencyLog known = new(
        index.Path,
        TimeSpan.FromHours(settings.Value.Write.IdempotencyHours),
        clock
    );

    private IndexSession? session;
    private string? lastTrouble;
    private long bytes;

    /// <summary>Requests that wait or are being written.</summary>
    public int Length { get; private set; }

    /// <summary>Commits since the start.</summary>
    public long Commits { get; private set; }

    /// <summary>Requests that were turned away since the start, because the queue was full.</summary>
    public long Refused { get; private set; }

    /// <summary>Whether the write lock is held.</summary>
    public bool HoldsLock => session is not null;

    /// <summary>Makes the changes of one request; done once a commit has them, and when asked a search too.</summary>
    /// <exception cref="WritesBusyException">The queue is full, or another program writes.</exception>
    public Task<WriteAnswer> WriteAsync(QueuedWrites writes)
    {
        Enqueue(writes);
        return writes.Done;
    }

    /// <summary>Runs something with the writer to itself, then lets searches see it. It must commit what it does.</summary>
    /// <exception cref="WritesBusyException">The queue is full, or another program writes.</exception>
    public async Task<TResult> RunAsync<TResult>(Func<IndexSession, TResult> job)
    {
        TResult? result = default;
        var work = new QueuedJob(session => result = job(session));
        Enqueue(work);
        await work.Done;
        return result!;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var stopping = stoppingToken.Register(() => channel.Writer.TryComplete());
        var more = channel.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        while (true)
        {
            HoldOrRelease();
            if (await Task.WhenAny(more, Task.Delay(LookInterval, CancellationToken.None)) != more)
                continue;
            // What was accepted before the end is written, and only then the lock given back.
            if (!await more)
                break;
            WorkOff();
            more = channel.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        }
        EndSession();
    }

    private void Enqueue(QueuedWork work)
    {
        lock (admission)
        {
            var isFull = Length >= limits.QueueLength || (Length > 0 && bytes + work.Bytes > limits.QueueBytes);
            if (isFull || !channel.Writer.TryWrite(work))
            {
                Refused++;
                throw new WritesBusyException(
                    "More is being written than the service can take. Try again in a moment."
                );
            }
            Length++;
            bytes += work.Bytes;
        }
    }

    private void Leave(QueuedWork work)
    {
        lock (admission)
        {
            Length--;
            bytes -= work.Bytes;
        }
    }

    private void WorkOff()
    {
        var group = new List<QueuedWrites>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        while (count < MostWritesInCommit && channel.Reader.TryRead(out var work))
        {
            // A job has the writer to itself; and the same request sent twice at once must find the first one's answer.
            var endsGroup = work is not QueuedWrites next || (next.Idempotent is { } same && !keys.Add(same.Key));
            if (endsGroup)
            {
                Commit(group);
                group.Clear();
            }
            if (work is QueuedJob job)
                Run(job);
            else
                group.Add((QueuedWrites)work);
            count += (work as QueuedWrites)?.Writes.Count ?? 0;
        }
        Commit(group);
    }

    private void Commit(IReadOnlyList<QueuedWrites> group)
    {
        if (group.Count == 0)
            return;
        try
        {
            CommitTogether(group);
        }
        // What nobody foresaw may lie in one of them alone; the others must not pay for it.
        catch (Exception e) when (group.Count > 1 && !IsOfThePlace(e))
        {
            EndSession();
            foreach (var alone in group)
                Commit([alone]);
        }
        catch (Exception e)
        {
            EndSession();
            FailAll(group, e);
        }
    }

    private void CommitTogether(IReadOnlyList<QueuedWrites> all)
    {
        var start = Stopwatch.GetTimestamp();
        var open = Session();
        var group = all.Where(work => !AnswerAgain(work)).ToList();
        if (group.Count == 0)
            return;
        var before = open.LastCommit;
        List<(QueuedWrites Work, WriteAnswer Answer)> answers = [];
        var outcomes = open.Write(
            [.. group.SelectMany(work => work.Writes)],
            (decided, commit) =>
            {
                answers = [.. Answers(group, decided)];
                known.Keep(
                    [
                        .. answers
                            .Where(answer => answer.Work.Idempotent is not null)
                            .Select(answer => (answer.Work.Idempotent!, answer.Answer)),
                    ],
                    commit
                );
            }
        );
        if (open.LastCommit != before)
        {
            Commits++;
            var elapsedMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            LogCommitted(outcomes.Count, group.Count, elapsedMs);
        }
        // Whoever does not wait for searches is told before they are refreshed.
        Tell(answers.Where(answer => !answer.Work.WaitForRefresh));
        if (answers.Exists(answer => answer.Work.WaitForRefresh))
            engine.Refresh();
        Tell(answers.Where(answer => answer.Work.WaitForRefresh));
    }

    private bool AnswerAgain(QueuedWrites work)
    {
        var (answer, isOther) = work.Idempotent is null ? (null, false) : known.Find(work.Idempotent);
        if (answer is null && !isOther)
            return false;
        var reused = Problem.Of(
            ProblemCode.IdempotencyKeyReused,
            "The Idempotency-Key was used before, with another method, address or body."
        );
        Tell([(work, answer ?? WriteAnswer.Of(reused))]);
        return true;
    }

    private void Tell(IEnumerable<(QueuedWrites Work, WriteAnswer Answer)> answers)
    {
        foreach (var (work, answer) in answers)
        {
            Leave(work);
            work.Finish(answer);
        }
    }

    private static IEnumerable<(QueuedWrites Work, WriteAnswer Answer)> Answers(
        IReadOnlyList<QueuedWrites> group,
        IReadOnlyList<WriteOutcome> outcomes
    )
    {
        var from = 0;
        foreach (var work in group)
        {
            yield return (work, work.ToAnswer([.. outcomes.Skip(from).Take(work.Writes.Count)]));
            from += work.Writes.Count;
        }
    }

    private void Run(QueuedJob job)
    {
        try
        {
            job.Run(Session());
            engine.Refresh();
            Leave(job);
            job.Finish();
        }
        catch (Exception e)
        {
            EndSession();
            FailAll([job], e);
        }
    }

    private void FailAll(IReadOnlyList<QueuedWork> failed, Exception exception)
    {
        var told = Translate(exception);
        // That another program writes is told once, by whoever looks after the lock.
        if (told is not WritesBusyException)
            LogFailed(failed.Count, exception);
        foreach (var work in failed)
        {
            Leave(work);
            work.Fail(told);
        }
    }

    private static Exception Translate(Exception exception) =>
        exception is IndexLockedException
            ? new WritesBusyException("Another program is writing to the index. Try again when it has finished.")
            : exception;

    // True of whatever is written: the disk is full, another program writes, the index is damaged.
    private static bool IsOfThePlace(Exception exception) =>
        exception
            is IOException
                or UnauthorizedAccessException
                or IndexLockedException
                or IndexUnavailableException
                or WritesBusyException;

    private void HoldOrRelease()
    {
        if (!writing.IsOn)
        {
            EndSession();
            return;
        }
        try
        {
            Session();
            lastTrouble = null;
        }
        // Tried again at the next look; until then writes are told why they fail.
        catch (Exception e)
        {
            if (e.Message != lastTrouble)
                LogNoWriter(e.Message);
            lastTrouble = e.Message;
        }
    }

    private IndexSession Session()
    {
        if (!writing.IsOn)
            throw new WritesBusyException("Writing is not switched on yet. Try again in a moment.");
        if (session is not null)
            return session;
        var opened = new IndexSession(index, writing.Holder);
        try
        {
            known.Open(opened.LastCommit);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
        return session = opened;
    }

    private void EndSession()
    {
        var ending = session;
        session = null;
        try
        {
            ending?.Dispose();
        }
        // The writer is given up in any case; what it could not put away is not part of a commit.
        catch (Exception e)
        {
            LogNoWriter(e.Message);
        }
    }

    [LoggerMessage(
        EventName = "IndexCommitted",
        Level = LogLevel.Information,
        Message = "Committed {WriteCount} writes of {RequestCount} requests in {ElapsedMs:0.0} ms"
    )]
    private partial void LogCommitted(int writeCount, int requestCount, double elapsedMs);

    [LoggerMessage(
        EventName = "WritesFailed",
        Level = LogLevel.Error,
        Message = "The writes of {RequestCount} requests failed; nothing of them is in the index"
    )]
    private partial void LogFailed(int requestCount, Exception exception);

    [LoggerMessage(EventName = "NoWriter", Level = LogLevel.Warning, Message = "The index cannot be written. {Reason}")]
    private partial void LogNoWriter(string reason);
}
