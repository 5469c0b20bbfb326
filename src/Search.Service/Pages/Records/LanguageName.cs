using System.Globalization;

namespace Search.Service.Pages.Records;

/// <summary>Names of languages in English.</summary>
internal static class LanguageName
{
    /// <summary>The name of an ISO 639 code; the code itself when nobody knows it.</summary>
    /// <example><c>de</c> gives <c>German</c>.</example>
    public static string Of(string code) => Find(code)?.EnglishName ?? code;

    /// <summary>Whether a browser knows the code.</summary>
    public static bool IsKnown(string code) => Find(code) is not null;

    private static CultureInfo? Find(string code)
    {
        if (code.Length is < 2 or > 3 || !code.All(char.IsAsciiLetterLower))
            return null;
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            // There is no way to ask first.
            return null;
        }
    }
}
