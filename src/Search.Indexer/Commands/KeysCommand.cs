using System.CommandLine;
using System.Globalization;
using Search.Engine.Keys;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary><c>keys add|list|revoke|scope</c>: who may read and write over HTTP. A running service follows within two seconds.</summary>
internal static class KeysCommand
{
    public static Command Create() =>
        new("keys", "Make, list and revoke the keys of the service.") { Add(), List(), Revoke(), Scope() };

    private static Command Add()
    {
        var role = new Option<KeyRole>("--role") { Description = "admin or search.", Required = true };
        var name = new Option<string>("--name")
        {
            Description = "What to call it, to find it again in the list.",
            Required = true,
            HelpName = "NAME",
        };
        var origins = new Option<string[]>("--origin")
        {
            Description = "A site whose scripts may use a search key, such as https://talks.example.org; repeatable.",
            HelpName = "URL",
        };
        var index = CommonOptions.Index();
        var command = new Command("add", "Make a key and print it, this once.") { role, name, origins, index };
        command.SetAction(parsed =>
        {
            var sites = parsed.GetValue(origins) ?? [];
            if (sites.FirstOrDefault(site => !IsOrigin(site)) is { } bad)
                throw new UsageException($"--origin {bad}: write scheme and host, such as https://talks.example.org.");
            var chosen = parsed.GetRequiredValue(role);
            if (chosen == KeyRole.Admin && sites.Length > 0)
                throw new UsageException("--origin is for search keys; an admin key does not belong into a page.");
            var made = FileOf(parsed.GetRequiredValue(index))
                .Add(NameOf(parsed.GetRequiredValue(name)), chosen, sites, TimeProvider.System.GetUtcNow());
            parsed.InvocationConfiguration.Output.WriteLine(made.Text);
            parsed.InvocationConfiguration.Error.WriteLine(
                chosen == KeyRole.Admin
                    ? "Keep it well: only its hash is stored. A running service now takes writes with it."
                    : "Keep it well: only its hash is stored. From now on nothing is read from the service without a key."
            );
            return ExitCode.Success;
        });
        return command;
    }

    private static Command List()
    {
        var index = CommonOptions.Index();
        var json = CommonOptions.Json();
        var command = new Command("list", "List the keys, without the keys themselves.") { index, json };
        command.SetAction(parsed =>
        {
            var keys = FileOf(parsed.GetRequiredValue(index)).Read().Select(ListedKey.Of).ToList();
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(output, keys);
            else
                keys.ForEach(key => output.WriteLine(key.ToLine()));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Revoke()
    {
        var name = new Argument<string>("NAME") { Description = "The name or id of the key, as keys list shows it." };
        var index = CommonOptions.Index();
        var command = new Command("revoke", "Make a key, and all scoped keys made from it, useless.") { name, index };
        command.SetAction(parsed =>
        {
            var revoked = FileOf(parsed.GetRequiredValue(index)).Revoke(parsed.GetRequiredValue(name));
            parsed.InvocationConfiguration.Output.WriteLine($"Revoked {revoked.Name}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Scope()
    {
        var key = new Option<string?>("--key") { Description = KeyOption.Description, HelpName = "KEY" };
        var filter = new Option<string?>("--filter")
        {
            Description = "What records must be; nothing else is shown with the key.",
            HelpName = "EXPR",
        };
        var origins = new Option<string[]>("--origin")
        {
            Description = "A site that may use the key; repeatable.",
            HelpName = "URL",
        };
        var rate = new Option<int?>("--rate") { Description = "Requests a minute for each visitor.", HelpName = "N" };
        var hits = new Option<int?>("--max-hits") { Description = "The most hits on a page.", HelpName = "N" };
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "When it ends, such as 2027-01-31 or 2027-01-31T12:00:00Z.",
            HelpName = "TIME",
            CustomParser = result => ParseTime(result.Tokens[0].Value, result.AddError),
        };
        var command = new Command(
            "scope",
            "Make a key from a search key that may do less. Asks no service and no index."
        )
        {
            key,
            filter,
            origins,
            rate,
            hits,
            expires,
        };
        command.SetAction(parsed =>
        {
            var sites = parsed.GetValue(origins) ?? [];
            if (sites.FirstOrDefault(site => !IsOrigin(site)) is { } bad)
                throw new UsageException($"--origin {bad}: write scheme and host, such as https://talks.example.org.");
            var scope = new SearchScope("")
            {
                Filter = FilterOption.Read(parsed.GetValue(filter))?.ToString(),
                Origins = sites,
                RatePerMinute = Positive("--rate", parsed.GetValue(rate)),
                MaxHitsPerPage = Positive("--max-hits", parsed.GetValue(hits)),
                Expires = parsed.GetValue(expires)?.ToUnixTimeSeconds(),
            };
            var text = ScopedKey.Make(KeyOption.Read(parsed.GetValue(key)), scope);
            if (text.Length > ScopedKey.MaxLength)
                throw new UsageException(
                    $"The key would have {text.Length} characters; {ScopedKey.MaxLength} are possible."
                );
            parsed.InvocationConfiguration.Output.WriteLine(text);
            return ExitCode.Success;
        });
        return command;
    }

    private static KeyFile FileOf(string index) => new(CommonOptions.At(index).Path);

    private static string NameOf(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is 0 or > 100 || trimmed.Any(char.IsControl)
            ? throw new UsageException("--name must be 1 to 100 characters.")
            : trimmed;
    }

    private static int? Positive(string option, int? value) =>
        value is < 1 ? throw new UsageException($"{option} must be at least 1.") : value;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? ParseTime(string text, Action<string> fault)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        fault($"--expires {text} is no time; write it as 2027-01-31 or 2027-01-31T12:00:00Z.");
        return null;
    }
}

/// <summary><c>--key KEY</c>, or the environment, which other users of the machine do not see.</summary>
internal static class KeyOption
{
    public const string Description = "The key; without it the environment variable SEARCH_KEY.";

    /// <exception cref="UsageException">There is none.</exception>
    public static string Read(string? given)
    {
        var key = given ?? Environment.GetEnvironmentVariable("SEARCH_KEY");
        return string.IsNullOrWhiteSpace(key)
            ? throw new UsageException("There is no key: give --key KEY, or set the environment variable SEARCH_KEY.")
            : key.Trim();
    }
}

/// <summary>A key as the list shows it.</summary>
internal sealed record ListedKey(
    string Id,
    string Name,
    KeyRole Role,
    DateTimeOffset Created,
    IReadOnlyList<string> Origins
)
{
    public static ListedKey Of(ApiKey key) => new(key.Id, key.Name, key.Role, key.Created, key.Origins);

    public string ToLine()
    {
        var role = Role.ToString().ToLowerInvariant();
        var created = Created.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"{Id}  {role, -6}  {created}  {Name}{string.Concat(Origins.Select(origin => $"  {origin}"))}";
    }
}
