namespace Search.Indexer.Evaluation;

/// <summary>
/// How good one ranking is, by trec_eval's definitions (measures ndcg_cut_10 with linear gain, map, recip_rank cut at 10,
/// recall_100). All from 0 to 1, more is better.
/// </summary>
/// <param name="NdcgAt10">Gain of the first ten, discounted by log2(rank + 1), over that of the best possible ten.</param>
/// <param name="AveragePrecision">Mean of the precision at each relevant document; 0 for those not found.</param>
/// <param name="ReciprocalRankAt10">1 over the rank of the first relevant document; 0 when it is not among the first ten.</param>
/// <param name="RecallAt100">Share of the relevant documents among the first hundred.</param>
/// <param name="JudgedAt10">Share of the first ten (or fewer) that was judged at all; below 1 the other figures are too low.</param>
internal readonly record struct Measures(
    double NdcgAt10,
    double AveragePrecision,
    double ReciprocalRankAt10,
    double RecallAt100,
    double JudgedAt10
)
{
    /// <summary>How many documents of a ranking are looked at, as in TREC.</summary>
    public const int Depth = 1_000;

    /// <summary>Measures one ranking, best first.</summary>
    public static Measures Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        var found = 0;
        var foundAt100 = 0;
        var precisions = 0d;
        var reciprocal = 0d;
        for (var rank = 1; rank <= Math.Min(ranking.Count, Depth); rank++)
        {
            if (GradeOf(ranking[rank - 1], grades) <= 0)
                continue;
            found++;
            precisions += (double)found / rank;
            if (found == 1 && rank <= 10)
                reciprocal = 1d / rank;
            if (rank <= 100)
                foundAt100++;
        }
        var first = ranking.Take(10).ToList();
        return new Measures(
            Gain(first.Select(id => GradeOf(id, grades))) / Gain(grades.Values.OrderDescending().Take(10)),
            precisions / relevant,
            reciprocal,
            (double)foundAt100 / relevant,
            first.Count == 0 ? 1 : (double)first.Count(grades.ContainsKey) / first.Count
        );
    }

    /// <summary>The mean of each measure over queries; zero without queries.</summary>
    public static Measures Mean(IReadOnlyCollection<Measures> measures) =>
        measures.Count == 0
            ? default
            : new Measures(
                measures.Average(one => one.NdcgAt10),
                measures.Average(one => one.AveragePrecision),
                measures.Average(one => one.ReciprocalRankAt10),
                measures.Average(one => one.RecallAt100),
                measures.Average(one => one.JudgedAt10)
            );

    /// <summary>Each measure with the name under which it is printed.</summary>
    public IEnumerable<(string Name, double Value)> Named()
    {
        yield return ("nDCG@10", NdcgAt10);
        yield return ("MAP", AveragePrecision);
        yield return ("MRR@10", ReciprocalRankAt10);
        yield return ("Recall@100", RecallAt100);
        yield return ("Judged@10", JudgedAt10);
    }

    private static int GradeOf(string id, IReadOnlyDictionary<string, int> grades) => grades.GetValueOrDefault(id);

    private static double Gain(IEnumerable<int> grades) =>
        grades.Select((grade, index) => Math.Max(grade, 0) / Math.Log2(index + 2)).Sum();
}
