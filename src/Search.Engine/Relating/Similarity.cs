using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Relating;

/// <summary>How much of the text of a target agrees with that of records.</summary>
internal sealed class Similarity(TextAnalysis analysis, TextVector target, RecordLookup records)
{
    // Of a longer interview its beginning stands for the whole; the passages that matched are read besides.
    private const int MaxCharacters = 10_000;

    /// <summary>
    /// 0 to 1: the best agreement with the record's whole text, with its text without the title (which a pasted text may
    /// lack), and with each passage that matched.
    /// </summary>
    public float To(Candidate candidate)
    {
        if (records.Find(candidate.Head.Id)?.ReadWhole() is not { } record)
            return 0;
        var words = new WordCounts(analysis);
        words.Add(RecordTexts.Body(record), MaxCharacters);
        var withoutTitle = target.Cosine(words);
        words.Add(record.Title, MaxCharacters);
        var whole = target.Cosine(words);
        return candidate
            .Passages.Select(found => To(RecordTexts.Of(found.Passage)))
            .Append(withoutTitle)
            .Append(whole)
            .Max();
    }

    private float To(string text)
    {
        var words = new WordCounts(analysis);
        words.Add(text, MaxCharacters);
        return target.Cosine(words);
    }
}
