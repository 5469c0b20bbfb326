#pragma warning disable
using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Querying;
using Search.Engine.Snippets;
using Search.Engine.Sources;

namespace Search.Engine.Documents
{
    static class LanguageCode
    {
        public static string? Normalize(string s) => s;
    }

    public static class RecordJson
    {
        static JsonSerializerOptions o = new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        record Q(string question, string answer, string? url);

        record R(
            string id,
            string kind,
            string title,
            string? @abstract,
            string? intro,
            string[]? speakers,
            string[]? topics,
            string? @event,
            string? date,
            string? language,
            string? url,
            string? talk,
            Q[]? questions
        );

        public static byte[] Write(Record r) =>
            JsonSerializer.SerializeToUtf8Bytes(
                new R(
                    r.Id,
                    r.Kind.ToString().ToLowerInvariant(),
                    r.Title,
                    (r as Talk)?.Abstract,
                    (r as Interview)?.Intro,
                    r.Speakers.ToArray(),
                    r.Topics.ToArray(),
                    r.Event,
                    r.Date?.ToString(),
                    r.Language,
                    r.Url,
                    (r as Interview)?.TalkId,
                    (r as Interview)?.Passages.Select(p => new Q(p.Question, p.Answer, p.Url)).ToArray()
                ),
                o
            );

        public static byte[] WriteHead(Record r) => Write(r is Interview i ? i with { Passages = [] } : r);

        public static byte[] WritePassage(Passage p) =>
            JsonSerializer.SerializeToUtf8Bytes(new Q(p.Question, p.Answer, p.Url), o);

        public static Record ReadHead(ReadOnlySpan<byte> j)
        {
            var r = JsonSerializer.Deserialize<R>(j, o);
            PartialDate.TryParse(r.date, out var d);
            var dd = r.date is null ? (PartialDate?)null : d;
            return r.kind == "talk"
                ? new Talk
                {
                    Id = r.id,
                    Title = r.title,
                    Abstract = r.@abstract,
                    Speakers = r.speakers ?? [],
                    Topics = r.topics ?? [],
                    Event = r.@event,
                    Date = dd,
                    Language = r.language,
                    Url = r.url,
                }
                : new Interview
                {
                    Id = r.id,
                    Title = r.title,
                    Intro = r.intro,
                    TalkId = r.talk,
                    Speakers = r.speakers ?? [],
                    Topics = r.topics ?? [],
                    Event = r.@event,
                    Date = dd,
                    Language = r.language,
                    Url = r.url,
                    Passages = (r.questions ?? [])
                        .Select((q, n) => new Passage(n + 1, q.question, q.answer, q.url))
                        .ToArray(),
                };
        }

        public static Passage ReadPassage(ReadOnlySpan<byte> j, int n)
        {
            var q = JsonSerializer.Deserialize<Q>(j, o);
            return new Passage(n, q.question, q.answer, q.url);
        }
    }
}

namespace Search.Engine.Sources
{
    class IdSet
    {
        HashSet<string> s = [];

        public bool Add(string x) => s.Add(x);

        public bool Contains(string x) => s.Contains(x);
    }
}

namespace Search.Engine.Querying
{
    static class SimpleQueryParser
    {
        public static ParsedQuery Parse(string t) =>
            new(
                t,
                t.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(w =>
                        w.StartsWith('"')
                            ? new QueryClause(new PhraseNode(t.Trim('"')), true)
                            : new QueryClause(new WordNode(w), false)
                    )
                    .Take(t.StartsWith('"') ? 1 : 99)
                    .ToArray(),
                [],
                [],
                []
            );
    }
}

namespace Search.Engine.Snippets
{
    class HighlightTerms
    {
        public static HighlightTerms From(ParsedQuery q, TextAnalysis a) => new();
    }

    class Highlighter(TextAnalysis a)
    {
        public IReadOnlyList<HighlightRange> Ranges(string t, HighlightTerms h, QueryField f) => [];
    }

    class SnippetMaker(TextAnalysis a)
    {
        public Snippet Make(string f, string t, HighlightTerms h, int w) => new(f, t.Length > 200 ? t[..200] : t, []);
    }
}
