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
/// <param name="WaitForRefresh">Whether the next search must see them once they are acknowledged.</param>
internal sealed record QueuedWrites(IReadOnlyList<RecordWrite> Writes, long Bytes, bool WaitForRefresh)
    : QueuedWork(Bytes)
{
    private readonly TaskCompletionSource<IReadOnlyList<WriteOutcome>> done = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>What became of each, once it is on the disk.</summary>
    public Task<IReadOnlyList<WriteOutcome>> Done => done.Task;

    public void Finish(IReadOnlyList<WriteOutcome> outcomes) => done.TrySetResult(outcomes);

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
