using Search.Engine.Checking;

namespace Search.Indexer.Output;

/// <summary>Prints what a check found: a finding a line on standard output, the sums on standard error.</summary>
internal sealed class CheckReport(TextWriter output, TextWriter error)
{
    public void Write(CheckResult result, bool json)
    {
        var counts = result
            .Findings.CountBy(finding => finding.Code)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .ToList();
        if (json)
        {
            JsonOutput.Write(output, JsonOf(result, counts));
            return;
        }
        foreach (var finding in result.Findings)
            output.WriteLine(finding);
        foreach (var (code, count) in counts)
            error.WriteLine(FormattableString.Invariant($"{count, 6} {code}"));
        error.WriteLine(FormattableString.Invariant($"{result.Findings.Count} findings in {result.Records} records."));
    }

    private static object JsonOf(CheckResult result, IReadOnlyList<KeyValuePair<string, int>> counts) =>
        new
        {
            result.Records,
            Counts = new Dictionary<string, int>(counts, StringComparer.Ordinal),
            Findings = result.Findings.Select(finding => new
            {
                finding.Code,
                finding.Position.File,
                finding.Position.Line,
                finding.Id,
                finding.Message,
            }),
        };
}
