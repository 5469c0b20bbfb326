using System.Collections.Frozen;
using System.Globalization;
using Search.Engine.Documents;

namespace Search.Engine.Cleaning;

/// <summary>Languages by their names, as people write them into forms.</summary>
internal static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Codes = Load();

    /// <summary>The code of a label that is a code, or the name of a language in English or in itself; null when it is none.</summary>
    /// <example><c>eng</c> and <c>English</c> give <c>en</c>; <c>Deutsch</c> gives <c>de</c>; <c>English / German</c> gives null.</example>
    public static string? CodeOf(string? label)
    {
        if (string.IsNullOrWhiteSpace(label))
            return null;
        if (Codes.TryGetValue(label.Trim(), out var code))
            return code;
        var normal = LanguageCode.Normalise(label);
        return normal is { Length: 2 or 3 } && normal.All(char.IsAsciiLetterLower) ? normal : null;
    }

    private static FrozenDictionary<string, string> Load()
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures))
        {
            if (culture.Name.Length != 2)
                continue;
            codes.TryAdd(culture.EnglishName, culture.Name);
            codes.TryAdd(culture.NativeName, culture.Name);
        }
        return codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
