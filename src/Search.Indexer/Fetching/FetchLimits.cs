namespace Search.Indexer.Fetching;

/// <summary>How far a fetch may go.</summary>
internal sealed record FetchLimits
{
    /// <summary>For one address, from the first connection to the last byte.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest source, after it was unpacked.</summary>
    public long MaxBytes { get; init; } = 256L * 1_024 * 1_024;

    /// <summary>How many redirects are followed.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary><see cref="MaxBytes"/> for people.</summary>
    public string MaxSize => MaxBytes % 1_048_576 == 0 ? $"{MaxBytes / 1_048_576} MiB" : $"{MaxBytes} bytes";
}
