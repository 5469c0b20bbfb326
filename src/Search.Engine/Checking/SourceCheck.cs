using Search.Engine.Sources;

namespace Search.Engine.Checking;

/// <summary>Looks for mistakes in sources, without an index. All items go through one check, so that files are compared too.</summary>
/// <param name="clock">By which dates lie in the future.</param>
/// <param name="codes">Which findings are wanted.</param>
public sealed class SourceCheck(TimeProvider clock, Func<string, bool> codes)
{
    private readonly List<SourceRule> rules = [.. SourceRules.Create(clock).Where(rule => codes(rule.Code))];
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, int> files = new(StringComparer.Ordinal);
    private readonly IdSet ids = new();
    private int records;

    /// <summary>Looks at the items of one source, after those of earlier ones.</summary>
    /// <exception cref="SourceException">A source cannot be read at all.</exception>
    public void Add(IEnumerable<ImportItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
        {
            files.TryAdd(item.Position.File, files.Count);
            findings.AddRange(Of(item).Where(finding => codes(finding.Code)));
        }
    }

    /// <summary>Looks at a file as it stands, for what is lost when its records are read.</summary>
    /// <exception cref="SourceException">It cannot be read.</exception>
    public void Add(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (codes(DeadAnchors.RuleCode))
            findings.AddRange(PageAnchors.Of(file));
    }

    /// <summary>What was found in all that was added. Once, at the end.</summary>
    public CheckResult End()
    {
        findings.AddRange(rules.SelectMany(rule => rule.End()));
        var sorted = findings
            .OrderBy(finding => files.GetValueOrDefault(finding.Position.File))
            .ThenBy(finding => finding.Position.Line)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal);
        return new CheckResult(records, [.. sorted]);
    }

    private IEnumerable<Finding> Of(ImportItem item) =>
        item switch
        {
            RefusedRecord refused => [Of(refused)],
            SourceNote note => [new Finding(note.Position, SourceRules.Note, null, note.Text)],
            ImportedRecord imported => Of(imported),
            _ => [],
        };

    private static Finding Of(RefusedRecord refused)
    {
        var lacksQuestion = refused.Reason.EndsWith("but no \"question\"", StringComparison.Ordinal);
        var code =
            refused.RestIsUnread ? SourceRules.Unreadable
            : lacksQuestion ? SourceRules.AnswerWithoutQuestion
            : SourceRules.Refused;
        return new Finding(refused.Position, code, refused.Id, refused.Reason);
    }

    private List<Finding> Of(ImportedRecord imported)
    {
        var id = imported.Record.Id;
        if (!ids.Add(id))
            return [new(imported.Position, SourceRules.Refused, id, $"An earlier record has the same id, {id}.")];
        records++;
        var seen = new CheckedRecord(imported);
        var found = rules.SelectMany(rule => rule.See(seen)).ToList();
        // What is wrong with the characters of a text a rule has said already.
        var notes = imported.Notes.Where(note =>
            !found.Exists(finding => note.Contains(finding.Message, StringComparison.Ordinal))
        );
        found.AddRange(notes.Select(note => new Finding(imported.Position, SourceRules.Note, id, note)));
        return found;
    }
}
