using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Relating;

/// <summary>A target, read.</summary>
/// <param name="Title">Empty when it has none; of a passage its question.</param>
/// <param name="Text">The rest of its text.</param>
/// <param name="Topics">Of its record, without those that only name the event.</param>
/// <param name="Speakers">Of its record.</param>
/// <param name="OwnHeads">The heads of the target's own work; empty for a text that is not in the index.</param>
internal sealed record RelatedSource(
    string Title,
    string Text,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Speakers,
    IReadOnlySet<int> OwnHeads
)
{
    /// <summary>Null when no record or passage has the id.</summary>
    public static RelatedSource? Read(IndexSnapshot snapshot, RelatedTarget target) =>
        target switch
        {
            PastedTarget pasted => new RelatedSource(pasted.Title, pasted.Text, [], [], new HashSet<int>()),
            StoredTarget stored => ReadStored(snapshot, stored.Id),
            _ => throw new InvalidOperationException($"No reading of {target.GetType().Name}."),
        };

    private static RelatedSource? ReadStored(IndexSnapshot snapshot, string id)
    {
        var isPassage = RecordId.TryParsePassage(id, out var recordId, out var number);
        if (new RecordLookup(snapshot.IndexReader).Find(isPassage ? recordId : id) is not { } head)
            return null;
        var record = head.ReadWhole();
        var passage = isPassage ? (record as Interview)?.Passages.FirstOrDefault(p => p.Number == number) : null;
        if (isPassage && passage is null)
            return null;
        var ownHeads = snapshot.HeadsOfWork(snapshot.WorkOfHead(head.GlobalDoc)).ToHashSet();
        return new RelatedSource(
            passage?.Question ?? record.Title,
            passage?.Answer ?? EventBoilerplate.Without(snapshot, record, ownHeads, RecordTexts.Body(record)),
            [.. record.Topics.Where(topic => !NamesEvent(topic, record.Event))],
            record.Speakers,
            ownHeads
        );
    }

    // "pyconindia" of "PyCon India 2021" says where a talk was given, not what it is about.
    private static bool NamesEvent(string topic, string? happening) =>
        happening is not null && Letters(happening).Contains(Letters(topic), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(FoldedText.Of(text).Where(char.IsLetterOrDigit));
}
