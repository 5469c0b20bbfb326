using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Relating;
using Search.Engine.Sources;

namespace Search.Engine.Checking;

/// <summary>A record as the rules see it; what several of them compare is made once.</summary>
internal sealed class CheckedRecord
{
    public CheckedRecord(ImportedRecord imported)
    {
        Record = imported.Record;
        Text = RecordTexts.Body(Record);
        Words = CheckedText.Words(Text);
        Place = new RecordPlace(
            imported.Position,
            Record.Id,
            Record.Kind,
            CheckedText.KeyOf(CheckedText.Words(Record.Title)),
            CheckedText.KeyOf(Words),
            Record.Event is null ? 0 : CheckedText.KeyOf(CheckedText.Words(Record.Event)),
            [.. Record.Speakers.Select(speaker => CheckedText.KeyOf(CheckedText.Words(speaker)))]
        );
    }

    public Record Record { get; }

    /// <summary>Abstract, or introduction, questions and answers.</summary>
    public string Text { get; }

    /// <summary>Its words without case, accents and punctuation.</summary>
    public IReadOnlyList<string> Words { get; }

    public RecordPlace Place { get; }
}

/// <summary>What is remembered of a record, small enough for a million of them. The keys are hashes; 0 stands for nothing.</summary>
internal sealed record RecordPlace(
    SourcePosition Position,
    string Id,
    RecordKind Kind,
    ulong Title,
    ulong Text,
    ulong Event,
    IReadOnlyList<ulong> Speakers
)
{
    /// <summary>Both by nobody, or somebody speaks in both.</summary>
    public bool SharesSpeakers(RecordPlace other) =>
        Speakers.Count == 0 ? other.Speakers.Count == 0 : Speakers.Any(other.Speakers.Contains);

    /// <summary>The same talk given once more: somebody's at another event, under the same title.</summary>
    public bool IsRepeatOf(RecordPlace other) =>
        Title == other.Title && Event != other.Event && Speakers.Count > 0 && SharesSpeakers(other);
}

/// <summary>Texts as they are compared.</summary>
internal static class CheckedText
{
    /// <summary><c>"Éric's talk: 2nd part"</c> gives <c>eric s talk 2nd part</c>.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var unit in FoldedText.Of(text))
        {
            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
            {
                word.Append(unit);
                continue;
            }
            End(word, words);
        }
        End(word, words);
        return words;
    }

    /// <summary>Equal for equal words; 0 for none.</summary>
    public static ulong KeyOf(IReadOnlyList<string> words) =>
        words.Count == 0 ? 0 : XxHash3.HashToUInt64(MemoryMarshal.AsBytes(string.Join(' ', words).AsSpan()));

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }
}
