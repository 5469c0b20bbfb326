namespace Search.Indexer.Fetching;

/// <summary>What an address gave, in a temporary file that goes when this is disposed.</summary>
internal sealed class FetchedFile : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"search-indexer-{Guid.NewGuid():N}");

    /// <summary>The type that the server named, in lower case without parameters; null when it named none.</summary>
    public string? ContentType { get; init; }

    /// <summary>By what the server tells it from a later one.</summary>
    public required Validators Validators { get; init; }

    /// <summary>For writing, once.</summary>
    public FileStream Create() => new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    /// <summary>From the beginning.</summary>
    public FileStream Open() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    public void Dispose() => File.Delete(path);
}

/// <summary>What HTTP gives to ask whether something has changed; both null when the server gives nothing.</summary>
/// <param name="ETag">As the server wrote it, with its quotes.</param>
/// <param name="LastModified">As the server wrote it.</param>
internal sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>Whether there is anything to ask with.</summary>
    public bool Any => ETag is not null || LastModified is not null;
}
