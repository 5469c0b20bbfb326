using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Search.Engine.Watching;

/// <summary>
/// Asks the system whether a program still has a file open for writing: a slow export may rest for longer than any sensible
/// wait. Linux answers by giving a lease, which it gives to nobody while a writer has the file.
/// </summary>
internal static class OpenForWriting
{
    private const int SetSignal = 10;
    private const int SetLease = 1_024;
    private const int ReadLease = 0;
    private const int NoLease = 2;
    private const int TryAgain = 11;

    // What is sent when a writer comes while we have the lease. The default would end the process; this one is ignored.
    private const int UrgentData = 23;

    /// <summary>False also where the system cannot tell: on other systems, and for files of somebody else.</summary>
    public static bool Holds(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            using var file = File.OpenHandle(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            return IsRefused(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the file next meets the same, and can say so.
            return false;
        }
    }

    private static bool IsRefused(SafeFileHandle file)
    {
        if (fcntl(file, SetSignal, UrgentData) != 0)
            return false;
        if (fcntl(file, SetLease, ReadLease) != 0)
            return Marshal.GetLastPInvokeError() == TryAgain;
        _ = fcntl(file, SetLease, NoLease);
        return false;
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fcntl(SafeFileHandle file, int command, int argument);
}
