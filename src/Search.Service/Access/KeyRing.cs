using Search.Engine.Indexing;
using Search.Engine.Keys;

namespace Search.Service.Access;

/// <summary>The keys as they stand, read again when their file changes.</summary>
internal sealed partial class KeyRing(IndexOptions index, TimeProvider clock, ILogger<KeyRing> logger)
{
    // Short beside the two seconds within which a change is promised to hold.
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    private readonly KeyFile file = new(index.Path);
    private readonly Lock looking = new();

    private volatile KeySet current = new([], IsReadable: true);
    private string? stamp;
    private long? lookedAt;

    /// <summary>The keys.</summary>
    public KeySet Current
    {
        get
        {
            lock (looking)
            {
                if (lookedAt is { } last && clock.GetElapsedTime(last) < LookInterval)
                    return current;
                lookedAt = clock.GetTimestamp();
                Look();
                return current;
            }
        }
    }

    private void Look()
    {
        try
        {
            var now = file.Stamp();
            if (now == stamp && current.IsReadable)
                return;
            current = new KeySet(file.Read(), IsReadable: true);
            stamp = now;
            LogKeysRead(current.Keys.Count);
        }
        // Nobody passes by a file that cannot be read: it may hold the very key that closes the door.
        catch (Exception e) when (e is KeysUnreadableException or IOException or UnauthorizedAccessException)
        {
            if (current.IsReadable)
                LogUnreadable(e.Message);
            current = new KeySet([], IsReadable: false);
        }
    }

    [LoggerMessage(EventName = "KeysRead", Level = LogLevel.Debug, Message = "Read {KeyCount} keys")]
    private partial void LogKeysRead(int keyCount);

    [LoggerMessage(EventName = "KeysUnreadable", Level = LogLevel.Error, Message = "{Trouble}")]
    private partial void LogUnreadable(string trouble);
}

/// <summary>Keys that hold at one time.</summary>
/// <param name="Keys">All of them.</param>
/// <param name="IsReadable">False when their file cannot be read: then nothing that may need a key is answered.</param>
internal sealed record KeySet(IReadOnlyList<ApiKey> Keys, bool IsReadable)
{
    /// <summary>Whether reading needs a key.</summary>
    public bool ReadingIsClosed { get; } = !IsReadable || Keys.Any(key => key.Role == KeyRole.Search);

    /// <summary>Whether the service writes.</summary>
    public bool WritingIsOn { get; } = Keys.Any(key => key.Role == KeyRole.Admin);

    /// <summary>The key of this text; null when there is none. Every key is compared, so the time tells nothing.</summary>
    public ApiKey? Find(string text)
    {
        var hash = ApiKey.HashOf(text);
        ApiKey? found = null;
        foreach (var key in Keys)
        {
            if (key.Is(hash))
                found = key;
        }
        return found;
    }
}
