using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Search.Engine.Sources;

/// <summary>What stands between two lines of hyphens (YAML) or plus signs (TOML) at the beginning of a page.</summary>
/// <param name="Values">An object; empty when there is none.</param>
/// <param name="Body">What follows.</param>
/// <param name="Note">What is odd about it, in plain words; else null.</param>
internal sealed record FrontMatter(SourceValue Values, string Body, string? Note)
{
    private const int MaxLength = 64 * 1_024;
    private const int MaxDepth = 16;

    /// <summary>True when there is one.</summary>
    public bool IsThere => Values.Members.Count > 0;

    public static FrontMatter Of(string page)
    {
        var text = page.TrimStart('\uFEFF', '\n', '\r', ' ');
        var fence = text.StartsWith("---", StringComparison.Ordinal) ? "---" : "+++";
        var none = new FrontMatter(new(SourceValueKind.Object, 1), text, null);
        if (!text.StartsWith(fence, StringComparison.Ordinal))
            return none;
        var start = text.IndexOf('\n');
        var end = start < 0 ? -1 : text.IndexOf("\n" + fence, start, StringComparison.Ordinal);
        if (end < 0 || end > MaxLength || text[..start].Trim() != fence)
            return none;
        var matter = text[start..end];
        var next = text.IndexOf('\n', end + 1);
        var body = next < 0 ? "" : text[(next + 1)..];
        try
        {
            return new(fence == "---" ? Yaml(matter) : Lines(matter, '='), body, null);
        }
        catch (YamlException fault)
        {
            // "title: A: B" is no YAML, and everybody writes it.
            var line = (int)fault.Start.Line;
            return new(
                Lines(matter, ':'),
                body,
                $"its front matter is no YAML from line {line} on, and was read line by line"
            );
        }
    }

    // By its events, not as a tree of the library's: what nests without end must not end the process.
    private static SourceValue Yaml(string matter)
    {
        var parser = new Parser(new StringReader(matter));
        var root = new SourceValue(SourceValueKind.Object, 1);
        var open = new Stack<(SourceValue Value, string? Name)>();
        while (parser.MoveNext())
        {
            if (open.Count > MaxDepth)
                throw new YamlException($"Nests deeper than {MaxDepth} levels.");
            switch (parser.Current)
            {
                case MappingStart start:
                    Open(SourceValueKind.Object, start);
                    break;
                case SequenceStart start:
                    Open(SourceValueKind.List, start);
                    break;
                case MappingEnd or SequenceEnd:
                    open.Pop();
                    break;
                case Scalar scalar:
                    Put(scalar.Value, new(SourceValueKind.Text, scalar.Start.Line) { Text = scalar.Value });
                    break;
                case AnchorAlias alias:
                    Put(null, new(SourceValueKind.Nothing, alias.Start.Line));
                    break;
            }
        }
        return root;

        void Open(SourceValueKind kind, NodeEvent start)
        {
            var value =
                open.Count == 0 && kind == SourceValueKind.Object ? root : new SourceValue(kind, start.Start.Line);
            if (open.Count > 0)
                Put(null, value);
            open.Push((value, null));
        }

        // In an object, names and values take turns.
        void Put(string? name, SourceValue value)
        {
            if (!open.TryPop(out var parent))
                return;
            if (!parent.Value.IsObject)
                parent.Value.Add(null, value);
            else if (parent.Name is not null)
                (parent.Value, parent.Name) = (Added(parent, value), null);
            else
                parent.Name = name ?? "";
            open.Push(parent);
        }

        static SourceValue Added((SourceValue Value, string? Name) parent, SourceValue value)
        {
            parent.Value.Add(parent.Name, value);
            return parent.Value;
        }
    }

    private static SourceValue Lines(string matter, char separator)
    {
        var values = new SourceValue(SourceValueKind.Object, 1);
        SourceValue? list = null;
        var number = 0;
        foreach (var line in matter.Split('\n'))
        {
            number++;
            var text = line.Trim();
            if (text.StartsWith("- ", StringComparison.Ordinal) && list is not null)
            {
                list.Add(null, new(SourceValueKind.Text, number) { Text = Bare(text[2..]) });
                continue;
            }
            var end = text.IndexOf(separator);
            if (end <= 0 || text[0] == '#')
                continue;
            var (name, value) = (text[..end].Trim(), text[(end + 1)..].Trim());
            list = value.Length == 0 || value[0] == '[' ? new(SourceValueKind.List, number) : null;
            foreach (
                var item in value
                    .Trim('[', ']')
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
                list?.Add(null, new(SourceValueKind.Text, number) { Text = Bare(item) });
            values.Add(name, list ?? new(SourceValueKind.Text, number) { Text = Bare(value) });
        }
        return values;
    }

    private static string Bare(string value) => value.Trim().Trim('"', '\'');
}
