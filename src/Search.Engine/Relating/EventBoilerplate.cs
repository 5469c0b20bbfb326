using Lucene.Net.Index;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Relating;

/// <summary>
/// What a conference puts below each of its abstracts ("Filmed at …", a licence, links). Told by its coming back, sentence
/// by sentence, in other records of the same event; left in, it would make all talks of the event look alike.
/// </summary>
internal static class EventBoilerplate
{
    private const int OthersRead = 8;
    private const int OthersEnough = 2;
    private const int ShortestSentence = 15;
    private static readonly string[] Ends = ["\n", ". ", "! ", "? "];

    /// <summary>The text without sentences that stand in at least two other records of the event.</summary>
    public static string Without(IndexSnapshot snapshot, Record record, IReadOnlySet<int> ownHeads, string text)
    {
        if (record.Event is null || text.Length == 0)
            return text;
        var others = OtherHeads(snapshot, record.Event, ownHeads)
            .Take(OthersRead)
            .Select(head => Sentences(HeadText(snapshot.ReadHead(head))).ToHashSet(StringComparer.Ordinal))
            .ToList();
        if (others.Count < OthersEnough)
            return text;
        var own = Sentences(text).Where(sentence => others.Count(other => other.Contains(sentence)) < OthersEnough);
        return string.Join('\n', own);
    }

    private static IEnumerable<int> OtherHeads(IndexSnapshot snapshot, string happening, IReadOnlySet<int> ownHeads)
    {
        var term = new Term(IndexFields.Event.Exact, RecordBlock.Term(happening));
        return new RecordLookup(snapshot.IndexReader)
            .Heads(term)
            .Select(head => head.GlobalDoc)
            .Where(head => !ownHeads.Contains(head));
    }

    private static string HeadText(Record head) => (head is Talk talk ? talk.Abstract : ((Interview)head).Intro) ?? "";

    private static IEnumerable<string> Sentences(string text) =>
        text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(sentence => sentence.Length >= ShortestSentence);
}
