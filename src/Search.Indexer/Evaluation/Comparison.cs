using System.Globalization;
using Search.Engine.Sources;

namespace Search.Indexer.Evaluation;

/// <summary>Two runs over the same queries, by nDCG@10.</summary>
/// <param name="Wins">Queries that the new run answers better.</param>
/// <param name="Losses">Queries that it answers worse.</param>
/// <param name="Ties">The others that both runs have.</param>
/// <param name="MeanDifference">New minus old.</param>
/// <param name="Significance">
/// Two-sided p of a paired randomisation test (Smucker, Allan, Carterette 2007): how often a difference this large comes
/// about when each query's two results are swapped by chance.
/// </param>
internal sealed record Comparison(int Wins, int Losses, int Ties, double MeanDifference, double Significance)
{
    private const int Rounds = 10_000;
    private const string Measure = "nDCG@10";

    /// <summary>Compares with an earlier run; queries that only one run has are left out.</summary>
    public static Comparison Of(IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> after)
    {
        var differences = after
            .Where(query => before.ContainsKey(query.Key))
            .OrderBy(query => query.Key, StringComparer.Ordinal)
            .Select(query => query.Value - before[query.Key])
            .ToArray();
        if (differences.Length == 0)
            return new Comparison(0, 0, 0, 0, 1);
        return new Comparison(
            differences.Count(difference => difference > 0),
            differences.Count(difference => difference < 0),
            differences.Count(difference => difference == 0),
            differences.Average(),
            ShareOfLargerSums(differences)
        );
    }

    /// <summary>Reads the nDCG@10 of each query from what <c>evaluate --per-query</c> printed.</summary>
    /// <exception cref="SourceException">The file cannot be read or holds no such lines.</exception>
    public static IReadOnlyDictionary<string, double> ReadBaseline(string path)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in ReadLines(path))
        {
            var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (
                columns.Length == 3
                && columns[0] == Measure
                && double.TryParse(columns[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            )
            {
                values[columns[1]] = value;
            }
        }
        return values.Count > 0
            ? values
            : throw new SourceException(
                path,
                $"has no lines of \"{Measure} QUERY VALUE\"; make it with evaluate --per-query"
            );
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, "cannot be read", e);
        }
    }

    private static double ShareOfLargerSums(double[] differences)
    {
        var observed = Math.Abs(differences.Sum());
        // Rounding must not make a swap of nothing look smaller than nothing.
        var threshold = observed - 1e-12;
        // The same seed each time: the same two runs give the same p.
        var chance = new Random(17);
        var larger = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var sum = differences.Sum(difference => chance.Next(2) == 0 ? difference : -difference);
            if (Math.Abs(sum) >= threshold)
                larger++;
        }
        return (double)larger / Rounds;
    }
}
