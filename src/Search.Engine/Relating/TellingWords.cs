using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Relating;

/// <summary>Chooses the words by which a text is looked for.</summary>
internal sealed class TellingWords(IndexSnapshot snapshot, WordStatistics statistics)
{
    /// <summary>The most words; more of them find the same works and cost time.</summary>
    public const int Most = 25;

    // What stands in a tenth of all documents tells nothing. In a small collection a tenth is a handful, and words that
    // ten records share still tell something there.
    private const int CommonShare = 10;
    private const int NeverCommon = 10;

    /// <summary>The words with the most tf-idf, best first, as the text spells them; only such as other works hold.</summary>
    public IReadOnlyList<string> Of(WordCounts words, IReadOnlySet<int> ownHeads)
    {
        var best = words
            .All.Where(word => statistics.DocumentsWith(word.Stem) > 0)
            .OrderByDescending(word => TextVector.Weight(word.Stem, word.Count, statistics))
            .ThenBy(word => word.Stem, StringComparer.Ordinal)
            .Select(word => word.Stem)
            .ToList();
        var uncommon = Shared(best.Where(stem => statistics.DocumentsWith(stem) <= MostDocuments), ownHeads);
        var chosen = uncommon.Count > 0 ? uncommon : Shared(best, ownHeads);
        return chosen.ConvertAll(words.Spelling);
    }

    private int MostDocuments => Math.Max(statistics.Documents / CommonShare, NeverCommon);

    private List<string> Shared(IEnumerable<string> stems, IReadOnlySet<int> ownHeads) =>
        [.. stems.Where(stem => IsHeldByOthers(stem, ownHeads)).Take(Most)];

    // A word that only the target's own work holds finds nothing. Nearly always the first document is another's.
    private bool IsHeldByOthers(string stem, IReadOnlySet<int> ownHeads)
    {
        var term = new Term(IndexFields.All, stem);
        foreach (var leaf in snapshot.Segments)
        {
            var live = leaf.AtomicReader.LiveDocs;
            var postings = leaf.AtomicReader.GetTermDocsEnum(term);
            for (var doc = Next(postings); doc != DocIdSetIterator.NO_MORE_DOCS; doc = Next(postings))
            {
                var isLive = live is null || live.Get(doc);
                if (isLive && !ownHeads.Contains(snapshot.HeadOf(leaf.DocBase + doc)))
                    return true;
            }
        }
        return false;
    }

    private static int Next(DocsEnum? postings) => postings?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS;
}
