using System.Text.Json;
using System.Text.Unicode;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>A JSON file as a tree with lines. A file that breaks off gives what stands before that.</summary>
/// <param name="Root">Null when nothing could be read.</param>
/// <param name="Fault">What is wrong, in plain words; null when nothing is.</param>
/// <param name="FaultLine">Where.</param>
/// <param name="Note">In plain words, what is odd about the file.</param>
internal sealed record SourceJson(SourceValue? Root, string? Fault, long FaultLine, string? Note)
{
    /// <summary>How deep lists and objects may nest.</summary>
    public const int MaxDepth = 64;

    /// <exception cref="SourceException">The file cannot be read at all.</exception>
    public static SourceJson Read(SourceFile file, CancellationToken cancellationToken)
    {
        var whole = WholeFile.Read(file, cancellationToken);
        var bytes = whole.Bytes;
        string? note = null;
        if (!Utf8.IsValid(bytes.Span) && whole.Fault is null)
        {
            bytes = SourceText.AsUtf8(bytes.Span);
            note = "is not UTF-8; what is not was read as Windows-1252. Save the file as UTF-8 to be sure";
        }
        var json = Parse(bytes.Span, cancellationToken);
        return json with { Fault = whole.Fault ?? json.Fault, Note = note };
    }

    /// <summary>The tree of what can be read of <paramref name="json"/>.</summary>
    public static SourceJson Parse(ReadOnlySpan<byte> json, CancellationToken cancellationToken = default)
    {
        if (json is [0xEF, 0xBB, 0xBF, ..])
            json = json[3..];
        json = LoneSurrogates.Repair(json) is { } repaired ? repaired : json;
        // Not final: what is only cut off gives no exception.
        var reader = new Utf8JsonReader(
            json,
            isFinalBlock: false,
            new JsonReaderState(
                new JsonReaderOptions
                {
                    MaxDepth = MaxDepth,
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                }
            )
        );
        var tree = new TreeBuilder();
        string? fault = null;
        var line = 1L;
        var counted = 0;
        try
        {
            while (!tree.IsComplete && reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                line += json[counted..start].Count((byte)'\n');
                counted = start;
                tree.Add(ref reader, line);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (JsonException)
        {
            fault = JsonFault.Of(json, MaxDepth);
        }
        if (tree.IsComplete)
            return new(tree.Root, null, 0, null);
        tree.Break();
        fault ??= tree.Root is null ? "is empty" : "breaks off before the JSON is complete";
        line = 1 + json[..(int)Math.Min(reader.BytesConsumed, json.Length)].Count((byte)'\n');
        return new(tree.Root, fault, line, null);
    }

    /// <summary>Puts tokens together.</summary>
    private sealed class TreeBuilder
    {
        private readonly Stack<SourceValue> _open = new();
        private string? _name;

        public SourceValue? Root { get; private set; }

        public bool IsComplete => Root is not null && _open.Count == 0;

        public void Add(ref Utf8JsonReader reader, long line)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _name = reader.GetString() ?? "";
                    return;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _open.Pop();
                    return;
                case JsonTokenType.StartObject:
                    Open(new(SourceValueKind.Object, line));
                    return;
                case JsonTokenType.StartArray:
                    Open(new(SourceValueKind.List, line));
                    return;
                case JsonTokenType.Null:
                    Put(new(SourceValueKind.Nothing, line));
                    return;
                default:
                    Put(new(SourceValueKind.Text, line) { Text = TextOf(ref reader) });
                    return;
            }
        }

        public void Break()
        {
            foreach (var value in _open)
                value.IsBroken = true;
        }

        private static string TextOf(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String
                ? reader.GetString() ?? ""
                : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);

        private void Open(SourceValue value)
        {
            Put(value);
            _open.Push(value);
        }

        private void Put(SourceValue value)
        {
            if (_open.TryPeek(out var parent))
                parent.Add(parent.IsObject ? _name : null, value);
            else
                Root = value;
            _name = null;
        }
    }
}
