namespace Search.Indexer;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Everything went in, or the question was answered.</summary>
    public const int Success = 0;

    /// <summary>Some records were refused; the others went in.</summary>
    public const int SomeRefused = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>A source or the index cannot be used.</summary>
    public const int Unusable = 3;

    /// <summary>Stopped by the user; what every shell expects of Ctrl+C.</summary>
    public const int Interrupted = 130;
}
