using Lucene.Net.Index;
using Search.Engine.Documents;

namespace Search.Engine.Indexing;

/// <summary>
/// Tells which records are one work: a talk and an interview with one title, unless both name speakers and share none; two
/// talks with one title and a shared speaker; an interview and the talk that it names. Looks at the index as it will be
/// committed, so the order in which records came does not matter.
/// </summary>
internal sealed class WorkResolver(IndexReader reader)
{
    private readonly RecordLookup records = new(reader);

    /// <summary>The records with one of these title keys whose work has changed, with the number of the new one.</summary>
    public IEnumerable<WorkChange> Resolve(IEnumerable<string> titleKeys) => titleKeys.SelectMany(ResolveTitle);

    /// <summary>The same for the whole index.</summary>
    public IEnumerable<WorkChange> ResolveAll()
    {
        var shared = SharedTitleKeys();
        shared.UnionWith(KeysOfRecordsInWorks());
        return Resolve(shared);
    }

    private HashSet<string> SharedTitleKeys()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (MultiFields.GetTerms(reader, IndexFields.TitleKey) is { } titles)
        {
            var terms = titles.GetEnumerator();
            while (terms.MoveNext())
            {
                if (terms.DocFreq > 1)
                    keys.Add(terms.Term.Utf8ToString());
            }
        }
        if (MultiFields.GetTerms(reader, IndexFields.TalkId) is { } links)
        {
            var terms = links.GetEnumerator();
            while (terms.MoveNext())
            {
                if (records.Find(terms.Term.Utf8ToString()) is { } talk)
                    keys.Add(KeyOf(talk));
            }
        }
        return keys;
    }

    private IEnumerable<string> KeysOfRecordsInWorks() =>
        records.AllHeads().Where(head => head.Work != 0).Select(KeyOf);

    private IEnumerable<WorkChange> ResolveTitle(string titleKey)
    {
        var members = Members(titleKey);
        var groups = GroupTalks(members.Where(member => member.Record is Talk));
        var alone = new List<Member>();
        foreach (var interview in members.Where(member => member.Record is Interview))
        {
            if (GroupFor(interview, groups) is { } group)
                group.Add(interview);
            else
                alone.Add(interview);
        }
        return groups
            .SelectMany(group => group.Members.Select(member => (member, work: group.WorkNumber)))
            .Concat(alone.Select(member => (member, work: 0L)))
            .Where(assigned => assigned.member.Work != assigned.work)
            .Select(assigned => new WorkChange(assigned.member.Record.Id, assigned.work));
    }

    // An interview that names a talk of the index belongs to that talk's title, whatever its own.
    private List<Member> Members(string titleKey)
    {
        var members = records
            .Heads(new Term(IndexFields.TitleKey, titleKey))
            .Select(Member.Of)
            .Where(member => NamedTalk(member) is not { } talk || KeyOf(talk) == titleKey)
            .ToList();
        var linked = members
            .Where(member => member.Record is Talk)
            .SelectMany(talk => records.Heads(new Term(IndexFields.TalkId, talk.Record.Id)))
            .Select(Member.Of)
            .ToList();
        var known = members.Select(member => member.Record.Id).ToHashSet(StringComparer.Ordinal);
        members.AddRange(linked.Where(member => known.Add(member.Record.Id)));
        return members.OrderBy(member => member.Record.Id, StringComparer.Ordinal).ToList();
    }

    private RecordHead? NamedTalk(Member member) =>
        member.Record is Interview { TalkId: { } id } && records.Find(id) is { Kind: RecordKind.Talk } talk
            ? talk
            : null;

    private static List<Group> GroupTalks(IEnumerable<Member> talks)
    {
        var groups = new List<Group>();
        foreach (var talk in talks)
        {
            var sharing = groups.Where(group => group.TalkSpeakers.Overlaps(talk.Speakers)).ToList();
            var joined = new Group([talk, .. sharing.SelectMany(group => group.Members)]);
            groups.RemoveAll(sharing.Contains);
            groups.Add(joined);
        }
        return groups;
    }

    private static Group? GroupFor(Member interview, List<Group> groups)
    {
        if (interview.Record is Interview { TalkId: { } id })
        {
            var named = groups.Find(group => group.Members.Exists(member => member.Record.Id == id));
            if (named is not null)
                return named;
        }
        var sharing = groups.Find(group => group.TalkSpeakers.Overlaps(interview.Speakers));
        if (sharing is not null)
            return sharing;
        // Without names on one side the title decides, as long as it means one talk.
        var possible = groups.FindAll(group => group.TalkSpeakers.Count == 0 || interview.Speakers.Count == 0);
        return possible.Count == 1 && groups.Count == 1 ? possible[0] : null;
    }

    private static string KeyOf(RecordHead head) => WorkKeys.TitleHash(head.Read().Title);

    private sealed record Member(Record Record, long Work, IReadOnlySet<string> Speakers)
    {
        public static Member Of(RecordHead head)
        {
            var record = head.Read();
            return new Member(record, head.Work, WorkKeys.RealSpeakers(record.Speakers));
        }
    }

    private sealed class Group(List<Member> members)
    {
        public List<Member> Members { get; } = members;

        /// <summary>Who gave the talks: fixed before interviews join, so that the order of interviews does not matter.</summary>
        public HashSet<string> TalkSpeakers { get; } =
            members.SelectMany(member => member.Speakers).ToHashSet(StringComparer.Ordinal);

        /// <summary>0 when the group has one record; else made from the least id, which no order of input changes.</summary>
        public long WorkNumber => Members.Count < 2 ? 0 : WorkKeys.Hash(LeastId);

        private string LeastId => Members.Select(member => member.Record.Id).Order(StringComparer.Ordinal).First();

        public void Add(Member member) => Members.Add(member);
    }
}

/// <summary>A record that belongs to another work than the index says.</summary>
/// <param name="RecordId">Its id.</param>
/// <param name="Work">The number of its work; 0 when it is a work of its own.</param>
internal readonly record struct WorkChange(string RecordId, long Work);
