using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Search.Engine.Watching;

/// <summary>
/// Which file it is that stands under a name. .NET knows names and times only: a file that is moved into the place of another
/// may have its length and its time. Linux is asked; elsewhere all files have the same identity.
/// </summary>
/// <param name="Device">The file system; another one under the same path means that a disk came or went.</param>
/// <param name="Number">The file's number in it.</param>
/// <param name="ChangedSeconds">When the file, its name or who may read it last changed.</param>
/// <param name="ChangedNanoseconds">The rest of that time.</param>
internal readonly record struct FileIdentity(long Device, long Number, long ChangedSeconds, int ChangedNanoseconds)
{
    // The layout of statx is the same on every processor, unlike that of stat.
    private const int StatxLength = 256;
    private const int NumberAt = 32;
    private const int ChangedAt = 96;
    private const int DeviceAt = 136;
    private const int WorkingFolder = -100;
    private const uint BasicFields = 0x7FF;

    /// <summary>All zero when there is no such file, or the system does not say.</summary>
    public static FileIdentity Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return default;
        var result = new byte[StatxLength];
        try
        {
            return statx(WorkingFolder, path, 0, BasicFields, result) == 0 ? Read(result) : default;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return default;
        }
    }

    /// <summary>Whether it is the same folder, whatever is in it now.</summary>
    public bool IsSameFolder(FileIdentity other) => Device == other.Device && Number == other.Number;

    private static FileIdentity Read(ReadOnlySpan<byte> result) =>
        new(
            Long(result[DeviceAt..]),
            Long(result[NumberAt..]),
            Long(result[ChangedAt..]),
            BitConverter.ToInt32(result[(ChangedAt + 8)..])
        );

    private static long Long(ReadOnlySpan<byte> bytes) =>
        BitConverter.IsLittleEndian
            ? BinaryPrimitives.ReadInt64LittleEndian(bytes)
            : BinaryPrimitives.ReadInt64BigEndian(bytes);

    [DllImport(
        "libc",
        SetLastError = true,
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, string path, int flags, uint mask, [Out] byte[] result);
}
