using System.Text;
using System.Text.RegularExpressions;

namespace Search.Engine.Sources;

/// <summary>Reads the bytes of a source as text, in the encoding that they are in.</summary>
internal sealed partial class SourceText : IDisposable
{
    // What a page or an XML file says about its encoding stands at its beginning.
    private const int DeclarationLength = 1_024;

    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    private readonly StreamReader _reader;
    private readonly StrayBytes _strayBytes;

    private SourceText(Stream stream, Encoding encoding, StrayBytes strayBytes)
    {
        _strayBytes = strayBytes;
        _reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1_024);
    }

    /// <summary>The text. UTF-8, unless the file declares another encoding; bytes that are no UTF-8 are read as Windows-1252.</summary>
    public TextReader Reader => _reader;

    /// <summary>In plain words, when bytes were met so far that are no UTF-8; else null.</summary>
    public string? Note =>
        _strayBytes.HasAny
            ? "is not UTF-8; what is not was read as Windows-1252. Save the file as UTF-8 to be sure"
            : null;

    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static SourceText Open(SourceFile file)
    {
        var stream = file.Open();
        var start = StreamStart.Read(file.Path, stream, DeclarationLength);
        var strayBytes = new StrayBytes();
        var encoding = Declared(start) ?? Utf8With(strayBytes);
        return new(new StartedStream(start, stream), encoding, strayBytes);
    }

    /// <summary>Bytes that are not UTF-8 as UTF-8, read as Windows-1252 where they are none.</summary>
    public static byte[] AsUtf8(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetBytes(Utf8With(new StrayBytes()).GetString(bytes));

    public void Dispose() => _reader.Dispose();

    private static Encoding Utf8With(StrayBytes strayBytes) =>
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, strayBytes);

    private static Encoding? Declared(ReadOnlySpan<byte> start)
    {
        if (start is [0xEF, 0xBB, 0xBF, ..])
            return null;
        var match = Declaration().Match(Encoding.Latin1.GetString(start));
        if (!match.Success)
            return null;
        var name = match.Groups["name"].Value;
        // UTF-16 was made UTF-8 already, and a declaration of UTF-8 may be wrong.
        if (name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
            return null;
        // Browsers read these two as Windows-1252, and so do those who declare them.
        if (
            name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            || name.Contains("ascii", StringComparison.OrdinalIgnoreCase)
        )
            return Windows1252;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // No encoding of this name: the bytes decide.
            return null;
        }
    }

    [GeneratedRegex(
        """^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["'](?<name>[\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*["']?(?<name>[\w.:-]{1,40})""",
        RegexOptions.IgnoreCase,
        Cleaning.Patience.Milliseconds
    )]
    private static partial Regex Declaration();

    /// <summary>Gives for bytes that are no UTF-8 the characters that Windows-1252 has for them.</summary>
    private sealed class StrayBytes : DecoderFallback
    {
        public bool HasAny { get; private set; }

        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters(this);

        private sealed class Characters(StrayBytes owner) : DecoderFallbackBuffer
        {
            private string _characters = "";
            private int _next;

            public override int Remaining => _characters.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                owner.HasAny = true;
                _characters = Windows1252.GetString(bytesUnknown);
                _next = 0;
                return true;
            }

            public override char GetNextChar() => _next < _characters.Length ? _characters[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                    return false;
                _next--;
                return true;
            }

            public override void Reset() => (_characters, _next) = ("", 0);
        }
    }
}
