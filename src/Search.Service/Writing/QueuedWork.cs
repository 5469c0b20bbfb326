using Search.Engine.Indexing;

namespace Search.Service.Writing;

/// <summary>Something that waits for the one writer.</summary>
/// <param name="Bytes">About how much memory it holds while it waits.</param>
internal abstract record QueuedWork(long Bytes)
{
    /// <summary>Tells whoever waits for it that it failed.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>Writes of one request; they succeed or fail in one commit, which they share with others.</summary>
/// <param name="Writes">In their order.</param>
/// <param name="Bytes">About how much memory they hold.</param>
/// <param name="ToAnswer">What goes out, given what became of each write.</param>
internal sealed record QueuedWrites(
    IReadOnlyList<RecordWrite> Writes,
    long Bytes,
    Func<IReadOnlyList<WriteOutcome>, WriteAnswer> ToAnswer
) : QueuedWork(Bytes)
{
    private readonly TaskCompletionSource<WriteAnswer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the next search must see them once they are acknowledged.</summary>
    public bool WaitForRefresh { get; init; } = true;

    /// <summary>The request's <c>Idempotency-Key</c>; null without one.</summary>
    public IdempotentRequest? Idempotent { get; init; }

    /// <summary>The answer, once what it says is on the disk.</summary>
    public Task<WriteAnswer> Done => done.Task;

    public void Finish(WriteAnswer answer) => done.TrySetResult(answer);

    public override void Fail(Exception exception) => done.TrySetException(exception);
}

/// <summary>Work that has the writer for itself, such as removing a source.</summary>
/// <param name="Run">Commits what it does.</param>
internal sealed record QueuedJob(Action<IndexSession> Run) : QueuedWork(0)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => done.Task;

    public void Finish() => done.TrySetResult();

    public override void Fail(Exception exception) => done.TrySetException(exception);
}
