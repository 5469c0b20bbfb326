using System.Text;

namespace Search.Tests.Http.Fuzzing;

/// <summary>Texts, values and bodies that careless code trips over.</summary>
internal sealed class NastyText(Random random)
{
    private static readonly string[] Words =
    [
        "quorum",
        "",
        " ",
        "\0",
        "\u0001",
        "\uFEFF",
        "\uD83D",
        "\uDE00\uD83D",
        "😀",
        "공",
        "é",
        "ﬃ",
        "İ",
        "ß",
        "\u202E",
        "\u0300",
        "\"",
        "\"\"",
        "\"unclosed",
        "'",
        "(",
        ")",
        "((((((((((",
        "))))))",
        "*",
        "?",
        "~",
        "~99",
        "^",
        "^-1",
        "\\",
        "\\\\",
        "/",
        "//",
        "a:b:c",
        "title:",
        "title:(",
        ":x",
        "year:",
        "year:99999999999..",
        "2024..1",
        "-",
        "--",
        "-a",
        "+",
        "+ +",
        "|",
        "||",
        "OR",
        "a OR",
        "AND NOT",
        "NOT",
        "[a TO",
        "{* TO *}",
        "<script>",
        "</script>",
        "{{7*7}}",
        "${jndi}",
        "' OR 1=1--",
        "../../etc/passwd",
        "%",
        "%2",
        "%zz",
        "%25",
        "%00",
        "1e309",
        "-1",
        "0",
        "2147483648",
        "9223372036854775808",
        "NaN",
        "true",
        "null",
        "[]",
        "{}",
        "word~2 word~2 word~2",
        "a* b* c* d*",
        "c++ c# .net",
        "\r\nX-Injected: 1",
        "topic = ",
        "topic IN [",
        "year >= ",
        "date = soon",
    ];

    public string Word() =>
        random.Next(12) switch
        {
            0 => new string('a', random.Next(3_000)),
            1 => new string('(', random.Next(2_000)),
            2 => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xFFFF))),
            3 => string.Join(' ', Enumerable.Range(0, random.Next(200)).Select(_ => Words[random.Next(Words.Length)])),
            _ => Words[random.Next(Words.Length)],
        };

    /// <summary>As it may stand in a query string: encoded, half encoded or not at all, but without what ends the line.</summary>
    public string InQuery()
    {
        var word = Word();
        return random.Next(4) switch
        {
            0 => new string([.. word.Where(c => c is > ' ' and < '\x7f')]),
            1 => string.Concat(Encoding.UTF8.GetBytes(word).Select(b => $"%{(random.Next(30) == 0 ? 0xC0 : b):X2}")),
            2 => string.Concat(Encoding.BigEndianUnicode.GetBytes(word).Select(b => $"%{b:x2}")),
            _ => Uri.EscapeDataString(Replaceable(word)),
        };
    }

    public byte[] Json(int depth = 0)
    {
        var text = new StringBuilder();
        Value(text, depth);
        return Spoiled(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public byte[] Record(bool withId = true)
    {
        string[] kinds = ["talk", "talk", "talk", "interview", "podcast", ""];
        string[] members =
        [
            $"\"id\":{Quoted()}",
            $"\"kind\":\"{kinds[random.Next(kinds.Length)]}\"",
            $"\"title\":{Quoted()}",
            $"\"abstract\":{Any()}",
            $"\"speakers\":{Any()}",
            $"\"topics\":[{Quoted()},{Quoted()}]",
            $"\"date\":{Any()}",
            $"\"language\":{Any()}",
            $"\"questions\":[{{\"question\":{Quoted()},\"answer\":{Quoted()}}},{Any()}]",
            $"{Quoted()}:{Any()}",
            "\"excerpt\":1",
        ];
        var chosen = members.Skip(withId ? 0 : 1).Where(_ => random.Next(6) > 0).OrderBy(_ => random.Next());
        return Spoiled(Encoding.UTF8.GetBytes($"{{{string.Join(',', chosen)}}}"));
    }

    public byte[] Lines() =>
        [
            .. Enumerable
                .Range(0, random.Next(8))
                .SelectMany(_ => (byte[])[.. random.Next(4) == 0 ? Json() : Record(), (byte)'\n']),
        ];

    /// <summary>Drops, doubles, turns or inserts some bytes, or breaks off; often does nothing.</summary>
    public byte[] Spoiled(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var n = random.Next(5) - 2; n > 0 && list.Count > 0; n--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(5))
            {
                case 0:
                    list.RemoveAt(at);
                    break;
                case 1:
                    list.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    list[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    list.RemoveRange(at, list.Count - at);
                    break;
                default:
                    list.InsertRange(at, list.GetRange(at, Math.Min(20, list.Count - at)));
                    break;
            }
        }
        return [.. list];
    }

    private string Any()
    {
        var text = new StringBuilder();
        Value(text, 3);
        return text.ToString();
    }

    private string Quoted() => random.Next(10) == 0 ? "\"\\ud800\"" : $"\"{Escaped(Word())}\"";

    private void Value(StringBuilder text, int depth)
    {
        switch (random.Next(depth > 4 ? 4 : 8))
        {
            case 0:
                text.Append(random.Next(2) == 0 ? "null" : "true");
                break;
            case 1:
                text.Append(random.Next(2) == 0 ? "-1e400" : $"{random.NextInt64()}");
                break;
            case 2 or 3:
                text.Append(Quoted());
                break;
            case 4:
                text.Append(new string('[', random.Next(2_000)));
                break;
            case 5:
                text.Append('[').AppendJoin(',', Enumerable.Range(0, random.Next(4)).Select(_ => Quoted())).Append(']');
                break;
            default:
                string[] names =
                [
                    "q",
                    "page",
                    "filter",
                    "text",
                    "title",
                    "kind",
                    "year",
                    "hitsPerPage",
                    "facets",
                    "sort",
                    "q",
                ];
                text.Append('{');
                for (var n = random.Next(4); n >= 0; n--)
                {
                    text.Append('"').Append(names[random.Next(names.Length)]).Append("\":");
                    Value(text, depth + 1);
                    text.Append(n == 0 ? "" : ",");
                }
                text.Append('}');
                break;
        }
    }

    private static string Escaped(string text) =>
        Replaceable(text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Replaceable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
