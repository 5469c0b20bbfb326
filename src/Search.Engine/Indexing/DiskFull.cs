namespace Search.Engine.Indexing;

/// <summary>What the system says when there is no room left.</summary>
public static class DiskFull
{
    // ENOSPC and EDQUOT, and ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL as Windows gives them.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Whether an exception, or one that it wraps, means it.</summary>
    public static bool Is(Exception exception)
    {
        for (Exception? link = exception; link is not null; link = link.InnerException)
        {
            if (link is IOException && Codes.Contains(link.HResult))
                return true;
        }
        return false;
    }
}
