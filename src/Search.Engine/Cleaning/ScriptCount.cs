namespace Search.Engine.Cleaning;

/// <summary>How many letters of each script a text has.</summary>
internal sealed class ScriptCount
{
    // A syllable or an ideograph says about as much as three letters; a Korean text is Korean for all its English names.
    private const int LettersOfASyllable = 3;

    // Below this share of kana among ideographs, a few Japanese names stand in a Chinese text.
    private const double LeastKana = 0.08;

    private readonly Dictionary<string, int> _letters = new(StringComparer.Ordinal);
    private int _latin;
    private int _cyrillic;
    private int _ideographs;
    private int _kana;
    private int _hangul;
    private int _arabic;
    private int _persian;

    public static ScriptCount Of(ReadOnlySpan<char> text)
    {
        var count = new ScriptCount();
        foreach (var unit in text)
            count.Add(unit);
        return count;
    }

    /// <summary>The script with most of the letters; its language is null where the words have to tell it; null without letters.</summary>
    public MainScript? Main()
    {
        var scripts = _letters.Select(entry => new MainScript(entry.Key, entry.Value)).ToList();
        scripts.Add(new(null, _latin));
        scripts.Add(new(null, _cyrillic));
        scripts.Add(new("ko", _hangul * LettersOfASyllable));
        var isJapanese = _kana > LeastKana * (_kana + _ideographs);
        scripts.Add(new(isJapanese ? "ja" : "zh", (_kana + _ideographs) * LettersOfASyllable));
        scripts.Add(new(_persian > 0.02 * _arabic ? "fa" : "ar", _arabic));
        var main = scripts.MaxBy(script => script.Letters);
        return main is { Letters: > 0 } ? main : null;
    }

    private void Add(char unit)
    {
        if (unit < 0x250)
        {
            if (char.IsLetter(unit))
                _latin++;
            return;
        }
        switch (unit)
        {
            case >= '\u0400' and <= '\u052F':
                _cyrillic++;
                break;
            case >= '\u1E00' and <= '\u1EFF':
                _latin++;
                break;
            case >= '\u3041' and <= '\u30FF':
                _kana++;
                break;
            case >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF':
                _ideographs++;
                break;
            case >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F':
                _hangul++;
                break;
            case 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی':
                _arabic++;
                _persian++;
                break;
            case >= '\u0620' and <= '\u064A':
                _arabic++;
                break;
            default:
                if (LanguageOfLetter(unit) is { } language)
                    _letters[language] = _letters.GetValueOrDefault(language) + 1;
                break;
        }
    }

    // Scripts that one language alone, or by far the most of its texts, is written in.
    private static string? LanguageOfLetter(char unit) =>
        unit switch
        {
            >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => "el",
            >= '\u0531' and <= '\u058A' => "hy",
            >= '\u05D0' and <= '\u05EA' => "he",
            >= '\u0900' and <= '\u097F' => "hi",
            >= '\u0980' and <= '\u09FF' => "bn",
            >= '\u0B80' and <= '\u0BFF' => "ta",
            >= '\u0C00' and <= '\u0C7F' => "te",
            >= '\u0E01' and <= '\u0E5B' => "th",
            >= '\u10A0' and <= '\u10FF' => "ka",
            _ => null,
        };
}

/// <summary>The script that most of a text is written in.</summary>
/// <param name="Language">The language that it stands for; null where several share it.</param>
/// <param name="Letters">Its letters, where a syllable or an ideograph counts as three.</param>
internal sealed record MainScript(string? Language, int Letters);
