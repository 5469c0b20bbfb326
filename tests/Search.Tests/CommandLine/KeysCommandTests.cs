using System.Text.Json.Nodes;
using Search.Engine.Keys;

namespace Search.Tests.CommandLine;

public sealed class KeysCommandTests : IDisposable
{
    private readonly CommandLineRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_key_is_printed_alone_and_once_and_only_its_hash_is_kept()
    {
        var outcome = run.Run("keys", "add", "--role", "admin", "--name", "me");

        var key = Assert.Single(outcome.OutputLines);
        Assert.Equal(0, outcome.Code);
        Assert.Matches("^tsa_[A-Za-z0-9_-]{43}$", key);
        var file = File.ReadAllText(Path.Combine(run.Index, KeyFile.Name));
        Assert.DoesNotContain(key, file, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(ApiKey.HashOf(key)), file, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(run.Index, KeyFile.Name))
            );
    }

    [Fact]
    public void Keys_are_listed_without_themselves_and_revoked_by_name()
    {
        run.Run("keys", "add", "--role", "search", "--name", "site", "--origin", "https://site.example");
        run.Run("keys", "add", "--role", "admin", "--name", "me");

        var list = JsonNode.Parse(run.Run("keys", "list", "--json").Output)!.AsArray();
        Assert.Equal(["site", "me"], list.Select(key => (string)key!["name"]!));
        Assert.Equal(["search", "admin"], list.Select(key => (string)key!["role"]!));
        Assert.Contains("https://site.example", run.Run("keys", "list").OutputLines[0], StringComparison.Ordinal);

        Assert.Equal(0, run.Run("keys", "revoke", "site").Code);
        Assert.EndsWith("  me", Assert.Single(run.Run("keys", "list").OutputLines), StringComparison.Ordinal);
        Assert.Equal(2, run.Run("keys", "revoke", "site").Code);
    }

    [Fact]
    public void A_name_stands_for_one_key()
    {
        run.Run("keys", "add", "--role", "search", "--name", "site");
        var again = run.Run("keys", "add", "--role", "admin", "--name", "site");
        Assert.Equal((2, ""), (again.Code, again.Output));
        Assert.Equal("There is a key of the name site already.", Assert.Single(again.ErrorLines));
    }

    [Fact]
    public void Keys_change_while_another_program_writes()
    {
        using var session = new Search.Engine.Indexing.IndexSession(new() { Path = run.Index });
        Assert.Equal(0, run.Run("keys", "add", "--role", "admin", "--name", "me").Code);
        Assert.Equal(0, run.Run("keys", "revoke", "me").Code);
    }

    [Fact]
    public async Task Keys_made_at_the_same_time_are_all_kept()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => Task.Run(() => run.Run("keys", "add", "--role", "search", "--name", $"k{n}")))
        );
        Assert.Equal(8, run.Run("keys", "list").OutputLines.Count);
    }

    [Fact]
    public void A_damaged_file_is_said_to_be_and_left_alone()
    {
        Directory.CreateDirectory(run.Index);
        var file = Path.Combine(run.Index, KeyFile.Name);
        File.WriteAllText(file, """{"keys":[{"id":"x"}]}""");
        var outcome = run.Run("keys", "add", "--role", "admin", "--name", "me");
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Contains("cannot be read", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("""{"keys":[{"id":"x"}]}""", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("--role", "root", "--name", "x")]
    [InlineData("--role", "admin")]
    [InlineData("--name", "x")]
    [InlineData("--role", "admin", "--name", " ")]
    [InlineData("--role", "admin", "--name", "x", "--origin", "https://site.example")]
    [InlineData("--role", "search", "--name", "x", "--origin", "site.example")]
    [InlineData("--role", "search", "--name", "x", "--origin", "https://site.example/path")]
    public void A_key_needs_a_role_and_a_name(params string[] arguments)
    {
        var outcome = run.Run(["keys", "add", .. arguments]);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.False(File.Exists(Path.Combine(run.Index, KeyFile.Name)));
    }

    [Fact]
    public void A_scoped_key_carries_what_it_may()
    {
        var search = Assert.Single(run.Run("keys", "add", "--role", "search", "--name", "site").OutputLines);
        var outcome = CommandLineRun.RunPlain([
            "keys",
            "scope",
            "--key",
            search,
            "--filter",
            "topic = Public",
            "--origin",
            "https://site.example",
            "--rate",
            "60",
            "--max-hits",
            "20",
            "--expires",
            "2027-01-31",
        ]);

        var verified = ScopedKey.Verify(Assert.Single(outcome.OutputLines), new KeyFile(run.Index).Read());
        Assert.NotNull(verified);
        var scope = verified.Value.Scope;
        Assert.Equal(("topic = \"Public\"", 60, 20), (scope.Filter, scope.RatePerMinute, scope.MaxHitsPerPage));
        Assert.Equal(new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), scope.Expires);
        Assert.Equal(["https://site.example"], scope.Origins);
    }

    [Theory]
    [InlineData("--filter", "topic =")]
    [InlineData("--expires", "soon")]
    [InlineData("--rate", "0")]
    [InlineData("--origin", "everywhere")]
    public void A_scoped_key_that_would_not_do_what_was_meant_is_not_made(string option, string value)
    {
        var outcome = CommandLineRun.RunPlain(["keys", "scope", "--key", "tss_x", option, value]);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
    }
}
