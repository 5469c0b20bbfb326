using System.Globalization;

namespace Search.Service.Observing;

/// <summary>
/// Writes the tags of a measurement as Prometheus spells labels, into memory of the caller: a measurement that was made with
/// the same tags before costs no allocation.
/// </summary>
/// <example><c>http.route=/v1/search, code=200</c> gives <c>http_route="/v1/search",code="200"</c>.</example>
internal ref struct LabelText(Span<char> buffer)
{
    // The same for nearly every request here, and a label multiplies the number of series.
    private static readonly string[] LeftOut = ["url.scheme", "network.protocol.name", "network.protocol.version"];

    private Span<char> buffer = buffer;
    private int length;

    public readonly ReadOnlySpan<char> Text => buffer[..length];

    public void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (value is null || LeftOut.AsSpan().Contains(name))
                continue;
            if (length > 0)
                Add(',');
            foreach (var character in name)
                Add(char.IsAsciiLetterOrDigit(character) ? character : '_');
            Add('=');
            Add('"');
            AddValue(value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            Add('"');
        }
    }

    private void AddValue(string value)
    {
        foreach (var character in value)
        {
            if (character is '"' or '\\' or '\n')
                Add('\\');
            Add(character == '\n' ? 'n' : character);
        }
    }

    private void Add(char character)
    {
        if (length == buffer.Length)
        {
            var larger = new char[buffer.Length * 2];
            buffer.CopyTo(larger);
            buffer = larger;
        }
        buffer[length++] = character;
    }
}
