using System.CommandLine;

namespace Search.Indexer.Fetching;

/// <summary>The options of <c>index</c> that matter for addresses only.</summary>
internal sealed class FetchOptions
{
    private readonly Option<int> timeout = new("--timeout")
    {
        Description = "How long an address may take, in seconds, 1 to 3600.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
    };

    private readonly Option<int> maxSize = new("--max-size")
    {
        Description = "How much an address may hold, unpacked, in MiB, 1 to 65536.",
        HelpName = "MIB",
        DefaultValueFactory = _ => 256,
    };

    private readonly Option<int> maxRedirects = new("--max-redirects")
    {
        Description = "How many redirects of an address are followed, 0 to 20.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 5,
    };

    private readonly Option<string[]> allowHost = new("--allow-host")
    {
        Description = "A host that addresses may redirect to besides their own; may be repeated.",
        HelpName = "HOST",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Makes a command take them.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(timeout);
        command.Options.Add(maxSize);
        command.Options.Add(maxRedirects);
        command.Options.Add(allowHost);
    }

    /// <summary>As they were typed.</summary>
    /// <exception cref="UsageException">One is out of its range.</exception>
    public FetchLimits Limits(ParseResult parsed) =>
        new()
        {
            Time = TimeSpan.FromSeconds(InRange(parsed, timeout, 1, 3_600)),
            MaxBytes = InRange(parsed, maxSize, 1, 65_536) * 1_048_576L,
            MaxRedirects = InRange(parsed, maxRedirects, 0, 20),
        };

    /// <summary>The hosts named besides those of the addresses.</summary>
    public IReadOnlyList<string> Hosts(ParseResult parsed) => parsed.GetValue(allowHost) ?? [];

    private static int InRange(ParseResult parsed, Option<int> option, int least, int most)
    {
        var value = parsed.GetValue(option);
        return value >= least && value <= most
            ? value
            : throw new UsageException($"{option.Name} must be {least} to {most}, not {value}.");
    }
}
