using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;

namespace Search.Engine.Documents;

/// <summary>
/// Takes the members of one JSON object by name and type. What has the wrong type is a fault; what nobody took is the
/// <see cref="Rest"/>.
/// </summary>
internal sealed class MemberReader
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly FirstFault _faults;
    private readonly int _question;

    /// <param name="json">An object.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="question">The number of the question that this is, from 1; 0 for the record itself.</param>
    public MemberReader(JsonElement json, FirstFault faults, int question = 0)
    {
        _faults = faults;
        _question = question;
        foreach (var member in json.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value))
                Fault($"the member \"{JsonFault.Shorten(member.Name)}\" stands twice");
        }
    }

    public string? RequiredText(string name)
    {
        var isThere = _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;
        var text = Text(name);
        if (text is null)
            Fault(isThere ? $"\"{name}\" is empty" : $"\"{name}\" is missing");
        return text;
    }

    /// <summary>Trimmed; null when absent or empty.</summary>
    public string? Text(string name)
    {
        if (!Take(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return Trimmed(value);
        WrongType(name, "text", value);
        return null;
    }

    /// <summary>A list of texts, or one text that stands for a list of one; without empty ones and repetitions.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!Take(name, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.String)
            return Trimmed(value) is { } only ? [only] : [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            WrongType(name, "a list of texts", value);
            return [];
        }
        var texts = new List<string>(value.GetArrayLength());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entry = 0;
        foreach (var element in value.EnumerateArray())
        {
            entry++;
            if (element.ValueKind == JsonValueKind.String)
            {
                if (Trimmed(element) is { } text && seen.Add(text))
                    texts.Add(text);
            }
            else if (element.ValueKind != JsonValueKind.Null)
            {
                Fault($"\"{name}\" must be a list of texts; entry {entry} is {JsonFault.NameOf(element)}");
            }
        }
        return texts;
    }

    /// <summary>The entries of a list; none when absent.</summary>
    public IEnumerable<JsonElement> List(string name)
    {
        if (!Take(name, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray();
        WrongType(name, "a list", value);
        return [];
    }

    /// <summary>False when absent.</summary>
    public bool Flag(string name)
    {
        if (!Take(name, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            WrongType(name, "true or false", value);
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>A text, or a number that is a year; null when absent or empty.</summary>
    public PartialDate? Date(string name)
    {
        if (!Take(name, out var value))
            return null;
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            WrongType(name, "a date as text", value);
            return null;
        }
        var text = value.ValueKind == JsonValueKind.String ? Trimmed(value) : YearOf(value);
        if (text is null)
            return null;
        if (PartialDate.TryParse(text, out var date))
            return date;
        Fault(
            $"\"{name}\" is \"{JsonFault.Shorten(text)}\"; "
                + "it must be a year, a month or a day that exists, such as 2024, 2024-03 or 2024-03-05"
        );
        return null;
    }

    /// <summary>What nobody took, as copies that outlive the JSON document.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rest()
    {
        if (_members.Count == 0)
            return ReadOnlyDictionary<string, JsonElement>.Empty;
        var rest = new Dictionary<string, JsonElement>(_members.Count, StringComparer.Ordinal);
        foreach (var (name, value) in _members)
        {
            if (JsonFault.RepeatedMember(value) is { } repeated)
                Fault($"in \"{JsonFault.Shorten(name)}\" the member \"{JsonFault.Shorten(repeated)}\" stands twice");
            rest.Add(name, value.Clone());
        }
        return rest;
    }

    private bool Take(string name, out JsonElement value) =>
        _members.Remove(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static string? Trimmed(JsonElement value)
    {
        var text = value.GetString()?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    // 2024.0 or 2e3 is no way to write a year: the text of the number decides, or the fault shows it.
    private static string YearOf(JsonElement number) =>
        number.TryGetInt32(out var year) ? year.ToString("0000", CultureInfo.InvariantCulture) : number.GetRawText();

    private void WrongType(string name, string wanted, JsonElement value) =>
        Fault($"\"{name}\" must be {wanted}, not {JsonFault.NameOf(value)}");

    private void Fault(string fault) => _faults.Add(_question == 0 ? fault : $"question {_question}: {fault}");
}
