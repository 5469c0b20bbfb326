namespace Search.Engine.Sources;

/// <summary>What a <see cref="SourceValue"/> is.</summary>
internal enum SourceValueKind
{
    Nothing,
    Text,
    List,
    Object,
}

/// <summary>A value of a JSON file, with its line. Numbers and truth values are texts: exports write ids either way.</summary>
/// <param name="kind">What it is.</param>
/// <param name="line">Where it begins, from 1.</param>
internal sealed class SourceValue(SourceValueKind kind, long line)
{
    private readonly List<KeyValuePair<string, SourceValue>> _members = [];
    private readonly List<SourceValue> _items = [];

    public SourceValueKind Kind { get; } = kind;

    public long Line { get; } = line;

    /// <summary>True when the file breaks off inside it.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Of a text; null for everything else.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<SourceValue> Items => _items;

    public IReadOnlyList<KeyValuePair<string, SourceValue>> Members => _members;

    public bool IsList => Kind == SourceValueKind.List;

    public bool IsObject => Kind == SourceValueKind.Object;

    /// <summary>The member of this name; null when there is none, or it is null.</summary>
    public SourceValue? this[string name]
    {
        get
        {
            foreach (var (key, value) in _members)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return value.Kind == SourceValueKind.Nothing ? null : value;
            }
            return null;
        }
    }

    /// <summary>The first of these members that is there.</summary>
    public SourceValue? Any(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } value)
                return value;
        }
        return null;
    }

    /// <summary>The first of these members that has a text, in one language where it has several.</summary>
    public string? TextOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name]?.AsText() is { Length: > 0 } text)
                return text;
        }
        return null;
    }

    /// <summary>
    /// The text, trimmed; of an object with a text a language (<c>{"en":"…","de":"…"}</c>) the English one, else the first;
    /// of one with a name that name; null when there is none.
    /// </summary>
    public string? AsText()
    {
        if (Kind == SourceValueKind.Text)
            return string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();
        if (Kind != SourceValueKind.Object)
            return null;
        var named = Any("en", "eng", "name", "public_name", "fullName", "title", "text", "@value", "value");
        if (named?.AsText() is { } text)
            return text;
        return _members
            .Find(member => member.Key.Length is 2 or 5 && member.Value.AsText() is not null)
            .Value?.AsText();
    }

    /// <summary>The texts of a list, or one text as a list of one; of objects their names.</summary>
    public IEnumerable<string> AsTexts()
    {
        if (IsList)
            return _items.Select(item => item.AsText()).OfType<string>();
        return AsText() is { } text ? [text] : [];
    }

    /// <summary>The items of a list, or the values of an object: exports write either.</summary>
    public IEnumerable<SourceValue> Values() => IsObject ? _members.Select(member => member.Value) : _items;

    internal void Add(string? name, SourceValue value)
    {
        if (name is null)
            _items.Add(value);
        else
            _members.Add(new(name, value));
    }
}
