using System.IO.Compression;
using System.Text;

namespace Search.Tests.Sources;

/// <summary>Files for importers to read.</summary>
internal static class TestFiles
{
    /// <summary>Writes a file, makes the folders that <paramref name="name"/> has, and gives its path.</summary>
    public static string Write(this TemporaryFolder folder, string name, string text) =>
        folder.Write(name, Encoding.UTF8.GetBytes(text));

    public static string Write(this TemporaryFolder folder, string name, byte[] bytes)
    {
        var path = folder.At(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder.Path);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static string At(this TemporaryFolder folder, params string[] parts) =>
        Path.Combine([folder.Path, .. parts]);

    public static byte[] Gzip(string text)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }
}
