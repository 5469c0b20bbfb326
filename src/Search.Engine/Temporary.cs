#pragma warning disable
namespace Search.Engine.Sources
{
    class IdSet { HashSet<string> s = []; public bool Add(string x) => s.Add(x); public bool Contains(string x) => s.Contains(x); }
}
namespace Search.Engine.Querying
{
    public static class SimpleQueryParser { public static ParsedQuery Parse(string t) => new(t, t.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.StartsWith('"') ? new QueryClause(new PhraseNode(t.Trim('"')), true) : new QueryClause(new WordNode(w), false)).Take(t.StartsWith('"') ? 1 : 99).ToArray(), [], [], []); }
}
