using System.Globalization;
using Search.Engine.Backups;
using Search.Engine.Indexing;

namespace Search.Benchmarks.Endurance;

/// <summary>
/// The process that is killed: it writes, removes, rebuilds, rolls back and backs up without end, and says on standard
/// output what it is about to do and what is done.
/// </summary>
internal static class KilledWriter
{
    private const int Ids = 400;

    public static int Run(string folder, int seed)
    {
        var random = new Random(seed);
        var options = new IndexOptions { Path = Path.Combine(folder, "index") };
        using var session = new IndexSession(options, "the killed writer");
        for (var version = seed * 100_000; ; version++)
        {
            Say("try", version, "");
            switch (random.Next(100))
            {
                case < 4 when session.LastCommit > 0:
                    session.Rebuild();
                    Say("done", version, "rebuild");
                    break;
                case < 7 when Directory.GetDirectories(options.Path, "gen-*").Length > 1:
                    session.Rollback();
                    Say("done", version, "rollback");
                    break;
                case < 10 when session.LastCommit > 0:
                    IndexBackup.Write(options, Path.Combine(folder, "backup.tar.gz"));
                    Say("done", version, "backup");
                    break;
                case < 20:
                    Remove(session, random, version);
                    break;
                default:
                    Write(session, random, version);
                    break;
            }
        }
    }

    private static void Write(IndexSession session, Random random, int version)
    {
        var ids = SomeIds(random);
        Say("write", version, string.Join(' ', ids));
        session.Import("rounds", ids.Select(id => VersionedRecords.Item(id, version)), new ImportOptions());
        Say("written", version, string.Join(' ', ids));
    }

    private static void Remove(IndexSession session, Random random, int version)
    {
        var ids = SomeIds(random).Take(3).ToList();
        Say("remove", version, string.Join(' ', ids));
        session.Remove(ids);
        Say("removed", version, string.Join(' ', ids));
    }

    private static List<string> SomeIds(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 25))
                .Select(_ => random.Next(Ids).ToString(CultureInfo.InvariantCulture))
                .Distinct(StringComparer.Ordinal),
        ];

    private static void Say(string what, int version, string ids)
    {
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {version} {ids}"));
        Console.Out.Flush();
    }
}
