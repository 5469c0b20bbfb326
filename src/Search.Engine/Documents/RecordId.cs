using System.Globalization;

namespace Search.Engine.Documents;

/// <summary>The rules of ids: 1 to 512 characters, no control character, no <c>#</c>, not <c>.</c> or <c>..</c>.</summary>
public static class RecordId
{
    /// <summary>The longest id, in UTF-16 units.</summary>
    public const int MaxLength = 512;

    /// <summary>Null when <paramref name="id"/> may be used, else what is wrong with it, as the end of a sentence.</summary>
    public static string? Fault(string id) =>
        id switch
        {
            "" => "is empty",
            "." or ".." => "is \".\" or \"..\", which no URL can hold",
            { Length: > MaxLength } => $"has {id.Length} characters; {MaxLength} are allowed",
            _ when id.Contains('#') => "holds \"#\", which separates a passage's number",
            _ when id.Any(char.IsControl) => "holds a control character",
            _ when HasLoneSurrogate(id) => "holds half of a surrogate pair",
            _ => null,
        };

    /// <summary>The id of passage <paramref name="number"/> (from 1) of an interview.</summary>
    public static string OfPassage(string interviewId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{interviewId}#{number}");

    /// <summary>Splits <c>a/b#3</c> into <c>a/b</c> and 3; false when <paramref name="id"/> is no passage's id.</summary>
    public static bool TryParsePassage(string id, out string interviewId, out int number)
    {
        var hash = id.LastIndexOf('#');
        interviewId = hash < 0 ? id : id[..hash];
        number = 0;
        return hash > 0
            && int.TryParse(id.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number > 0;
    }

    private static bool HasLoneSurrogate(string id)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (!char.IsSurrogate(id[i]))
                continue;
            if (i + 1 >= id.Length || !char.IsSurrogatePair(id[i], id[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
