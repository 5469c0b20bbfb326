namespace Search.Engine.Searching;

/// <summary>
/// How long a search may take. It is looked at between words and within long lists of documents; when it is up, what was found
/// so far is the answer.
/// </summary>
internal sealed class QueryTime(TimeSpan? limit, TimeProvider clock)
{
    private readonly long start = clock.GetTimestamp();

    /// <summary>As long as it takes.</summary>
    public static QueryTime Unlimited { get; } = new(null, TimeProvider.System);

    /// <summary>True once somebody has looked and it was up: then something may be missing.</summary>
    public bool WasUp { get; private set; }

    /// <summary>Whether it is up; once it was, it stays so.</summary>
    public bool IsUp
    {
        get
        {
            if (!WasUp && limit is { } most && clock.GetElapsedTime(start) >= most)
                WasUp = true;
            return WasUp;
        }
    }
}

/// <summary>Ends a walk through many documents when the time is up.</summary>
internal sealed class TimeIsUpException : Exception;
