namespace Search.Engine.Measuring;

/// <summary>A commit that searches have come to see.</summary>
/// <param name="Time">When it was made.</param>
/// <param name="Lag">How long after that searches saw it; null for what was there when the program started, or came with another generation.</param>
/// <param name="Entries">Talks, interviews and passages in it together.</param>
/// <param name="Generation">The folder it is in.</param>
public sealed record SeenCommit(DateTimeOffset Time, TimeSpan? Lag, int Entries, string Generation);

/// <summary>The last commits that searches have come to see. Safe for many threads.</summary>
internal sealed class CommitHistory
{
    private const int Kept = 20;

    private readonly Lock changing = new();
    private IReadOnlyList<SeenCommit> commits = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SeenCommit> Newest
    {
        get
        {
            lock (changing)
                return commits;
        }
    }

    public void Add(SeenCommit commit)
    {
        lock (changing)
            commits = [commit, .. commits.Take(Kept - 1)];
    }
}
