using System.Text;

namespace Search.Engine.Sources;

/// <summary>A file that is held in memory as a whole, since its format cannot be read piece by piece.</summary>
/// <param name="Bytes">What could be read, at most <see cref="MaxBytes"/>.</param>
/// <param name="Fault">Why what follows could not be read, in plain words; null when all was.</param>
internal sealed record WholeFile(ReadOnlyMemory<byte> Bytes, string? Fault)
{
    /// <summary>64 MiB: a schedule of ten thousand talks has a third of that.</summary>
    public const int MaxBytes = 64 * 1_024 * 1_024;

    /// <exception cref="SourceException">The file cannot be read at all.</exception>
    public static WholeFile Read(SourceFile file, CancellationToken cancellationToken, int maxBytes = MaxBytes)
    {
        using var stream = file.Open();
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1_024];
        string? fault = null;
        try
        {
            while (stream.Read(buffer) is var count and > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var fits = Math.Min(count, maxBytes - (int)bytes.Length);
                bytes.Write(buffer, 0, fits);
                if (fits == count)
                    continue;
                fault = $"is longer than {maxBytes / 1_048_576} MiB";
                break;
            }
        }
        catch (InvalidDataException)
        {
            fault = "the compressed data is damaged or breaks off";
        }
        catch (IOException failure)
        {
            fault = $"cannot be read any further: {failure.Message}";
        }
        return new(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), fault);
    }

    /// <summary>The text of a whole file, at most <paramref name="maxLength"/> characters of it; its fault, if there is one.</summary>
    /// <exception cref="SourceException">The file cannot be read at all.</exception>
    public static (string Text, string? Fault, string? Note) ReadText(
        SourceFile file,
        int maxLength,
        CancellationToken cancellationToken
    )
    {
        using var source = SourceText.Open(file);
        var text = new StringBuilder();
        var buffer = new char[16 * 1_024];
        string? fault = null;
        try
        {
            while (fault is null && source.Reader.Read(buffer) is var count and > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                text.Append(buffer, 0, Math.Min(count, maxLength - text.Length));
                if (text.Length == maxLength)
                    fault = $"is longer than {maxLength / 1_048_576} million characters";
            }
        }
        catch (InvalidDataException)
        {
            fault = "the compressed data is damaged or breaks off";
        }
        catch (IOException failure)
        {
            fault = $"cannot be read any further: {failure.Message}";
        }
        return (text.ToString(), fault, source.Note);
    }
}
