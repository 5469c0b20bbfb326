using System.Buffers;
using System.Text;
using System.Text.Json;
using Search.Engine.Documents;

namespace Search.Engine.Indexing;

/// <summary>
/// How records lie in the index: members in a fixed order, each with its length before it. Smaller than JSON, and read
/// without parsing; a change needs a new <see cref="IndexSchema.Version"/>.
/// </summary>
internal static class StoredForm
{
    /// <summary>A record without its id, which has a field of its own, and without its questions.</summary>
    public static byte[] WriteHead(Record record)
    {
        var text = record is Talk talk ? talk.Abstract : ((Interview)record).Intro;
        var form = new FormWriter();
        form.Byte((byte)record.Kind);
        form.Byte(record.Excerpt ? (byte)1 : (byte)0);
        form.Text(record.Title);
        form.Text(text);
        form.Texts(record.Speakers);
        form.Texts(record.Topics);
        form.Text(record.Event);
        form.Text(record.Date?.ToString());
        form.Text(record.Language);
        form.Text(record.Url);
        form.Text((record as Interview)?.TalkId);
        form.Members(record.Unknown);
        if (record is Interview interview)
            WriteUnanswered(form, interview.Unanswered);
        return form.ToArray();
    }

    /// <summary>A question with its answer.</summary>
    public static byte[] WritePassage(Passage passage)
    {
        var form = new FormWriter();
        form.Number(passage.Number);
        form.Byte(passage.Excerpt ? (byte)1 : (byte)0);
        form.Text(passage.Question);
        form.Text(passage.Answer);
        form.Text(passage.Url);
        form.Members(passage.Unknown);
        return form.ToArray();
    }

    /// <summary>Reads <see cref="WriteHead"/>; an interview comes without passages.</summary>
    public static Record ReadHead(string id, ReadOnlySpan<byte> stored)
    {
        var form = new FormReader(stored);
        var kind = (RecordKind)form.Byte();
        var excerpt = form.Byte() != 0;
        var title = form.Text() ?? "";
        var text = form.Text();
        var speakers = form.Texts();
        var topics = form.Texts();
        var happening = form.Text();
        PartialDate? date = PartialDate.TryParse(form.Text(), out var parsed) ? parsed : null;
        var language = form.Text();
        var url = form.Text();
        var talkId = form.Text();
        var unknown = form.Members();
        Record record =
            kind == RecordKind.Talk
                ? new Talk
                {
                    Id = id,
                    Title = title,
                    Abstract = text,
                }
                : new Interview
                {
                    Id = id,
                    Title = title,
                    Intro = text,
                    TalkId = talkId,
                    Passages = [],
                    Unanswered = ReadUnanswered(ref form),
                };
        return record with
        {
            Excerpt = excerpt,
            Speakers = speakers,
            Topics = topics,
            Event = happening,
            Date = date,
            Language = language,
            Url = url,
            Unknown = unknown,
        };
    }

    /// <summary>Reads of <see cref="WriteHead"/> what a list of records shows; much faster than reading it all.</summary>
    public static Caption ReadCaption(ReadOnlySpan<byte> stored)
    {
        var form = new FormReader(stored);
        var kind = (RecordKind)form.Byte();
        form.Byte();
        var title = form.Text() ?? "";
        form.SkipText();
        var speakers = form.Texts();
        var topics = form.Texts();
        form.SkipText();
        form.SkipText();
        form.SkipText();
        return new Caption(kind, title, speakers, topics, form.Text());
    }

    /// <summary>Reads <see cref="WritePassage"/>.</summary>
    public static Passage ReadPassage(ReadOnlySpan<byte> stored)
    {
        var form = new FormReader(stored);
        var number = form.Number();
        var excerpt = form.Byte() != 0;
        var question = form.Text() ?? "";
        var answer = form.Text() ?? "";
        var url = form.Text();
        return new Passage(number, question, answer, url, excerpt) { Unknown = form.Members() };
    }

    /// <summary>Only the number of what <see cref="WritePassage"/> wrote.</summary>
    public static int ReadPassageNumber(ReadOnlySpan<byte> stored) => new FormReader(stored).Number();

    private static void WriteUnanswered(FormWriter form, IReadOnlyList<UnansweredQuestion> unanswered)
    {
        form.Number(unanswered.Count);
        foreach (var question in unanswered)
        {
            form.Number(question.Number);
            form.Text(question.Source.GetRawText());
        }
    }

    private static UnansweredQuestion[] ReadUnanswered(ref FormReader form)
    {
        var unanswered = new UnansweredQuestion[form.Number()];
        for (var i = 0; i < unanswered.Length; i++)
        {
            var number = form.Number();
            using var source = JsonDocument.Parse(form.Text() ?? "null");
            unanswered[i] = new UnansweredQuestion(number, source.RootElement.Clone());
        }
        return unanswered;
    }

    private sealed class FormWriter
    {
        private readonly ArrayBufferWriter<byte> buffer = new(1_024);

        public byte[] ToArray() => buffer.WrittenSpan.ToArray();

        public void Byte(byte value)
        {
            buffer.GetSpan(1)[0] = value;
            buffer.Advance(1);
        }

        /// <summary>The length in bytes plus one, then UTF-8; 0 for null.</summary>
        public void Text(string? text)
        {
            if (text is null)
            {
                Byte(0);
                return;
            }
            Number(Encoding.UTF8.GetByteCount(text) + 1);
            Encoding.UTF8.GetBytes(text, buffer);
        }

        public void Texts(IReadOnlyList<string> texts)
        {
            Number(texts.Count);
            foreach (var text in texts)
                Text(text);
        }

        public void Members(IReadOnlyDictionary<string, JsonElement> members) =>
            Text(members.Count == 0 ? null : JsonSerializer.Serialize(members, StoredMembers.Default.MemberMap));

        public void Number(int value)
        {
            for (; value >= 0x80; value >>= 7)
                Byte((byte)(value | 0x80));
            Byte((byte)value);
        }
    }

    private ref struct FormReader(ReadOnlySpan<byte> stored)
    {
        private static readonly Dictionary<string, JsonElement> None = [];

        private ReadOnlySpan<byte> rest = stored;

        public byte Byte()
        {
            var value = rest[0];
            rest = rest[1..];
            return value;
        }

        public string? Text()
        {
            var length = Number() - 1;
            if (length < 0)
                return null;
            var text = Encoding.UTF8.GetString(rest[..length]);
            rest = rest[length..];
            return text;
        }

        public void SkipText()
        {
            var length = Number() - 1;
            if (length > 0)
                rest = rest[length..];
        }

        public string[] Texts()
        {
            var texts = new string[Number()];
            for (var i = 0; i < texts.Length; i++)
                texts[i] = Text() ?? "";
            return texts;
        }

        public IReadOnlyDictionary<string, JsonElement> Members() =>
            Text() is { } json ? JsonSerializer.Deserialize(json, StoredMembers.Default.MemberMap) ?? None : None;

        public int Number()
        {
            var value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = Byte();
                value |= (next & 0x7F) << shift;
                if (next < 0x80)
                    return value;
            }
        }
    }
}

/// <summary>What a list of records shows.</summary>
internal sealed record Caption(
    RecordKind Kind,
    string Title,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<string> Topics,
    string? Url
);
