namespace Search.Engine.Indexing;

/// <summary>What the system says when a disk is full.</summary>
internal static class NoRoom
{
    // ENOSPC and EDQUOT, and ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL as Windows gives them.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool Is(IOException exception) => Codes.Contains(exception.HResult);
}
