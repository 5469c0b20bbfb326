using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Search.Service.Settings;

namespace Search.Tests.Http;

public sealed class SettingsTests
{
    [Fact]
    public void Values_of_the_configuration_are_taken() =>
        Assert.Equal(7, Read(("Search:Query:MaxWords", "7")).Query.MaxWords);

    [Fact]
    public void What_is_not_set_keeps_its_default() =>
        Assert.Equal("index-data/index", Read(("Search:Query:MaxWords", "7")).Index.Path);

    [Theory]
    [InlineData("Search:Query:MaxWords", "0", "Search:Query:MaxWords must be 1 to 1024.")]
    [InlineData("Search:Query:MaxWords", "many", "Search:Query:MaxWords is \"many\", which is not a whole number.")]
    [InlineData("Search:Query:MaxCharacters", "100001", "Search:Query:MaxCharacters must be 1 to 100000.")]
    [InlineData("Search:Http:MaxBodyBytes", "10", "Search:Http:MaxBodyBytes must be 1024 to 1073741824 bytes.")]
    [InlineData("Search:Http:MaxAgeSeconds", "-1", "Search:Http:MaxAgeSeconds must be 0 to 86400 seconds.")]
    [InlineData("Search:Index:Path", "", "Search:Index:Path must name a folder.")]
    [InlineData(
        "Search:Index:RefreshMilliseconds",
        "1",
        "Search:Index:RefreshMilliseconds must be 50 to 60000 milliseconds."
    )]
    [InlineData("Search:Corpus:Path", " ", "Search:Corpus:Path must name a folder.")]
    [InlineData(
        "Search:PublicUrl",
        "talks.example.org",
        "Search:PublicUrl must be a web address such as https://talks.example.org/search."
    )]
    [InlineData("Search:Log:Format", "xml", "Search:Log:Format must be text or json.")]
    [InlineData("Search:Log:KeptFiles", "0", "Search:Log:KeptFiles must be 1 to 10000.")]
    [InlineData(
        "Search:Indx:Path",
        "x",
        "Search:Indx is not a setting. Known here: PublicUrl, Index, Corpus, Synonyms, Query, Http, Write, RateLimit, Log, Statistics, Pages."
    )]
    [InlineData(
        "Search:Http:AllowedOrigins",
        "https://a.example, https://b.example/path",
        "Search:Http:AllowedOrigins must be origins such as https://talks.example.org, separated by commas."
    )]
    [InlineData(
        "Search:Http:TrustedProxies",
        "10.0.0.0/8, proxy",
        "Search:Http:TrustedProxies must be addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas."
    )]
    [InlineData("Search:Index:Pth", "x", "Search:Index:Pth is not a setting. Known here: Path, RefreshMilliseconds.")]
    [InlineData("Search:Index", "x", "Search:Index is a group of settings and takes no value of its own.")]
    [InlineData("Search:Index:Path:0", "x", "Search:Index:Path takes one value, no list and no group.")]
    public void A_wrong_setting_is_named_with_what_is_allowed(string name, string value, string fault)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read((name, value)));
        Assert.Equal([fault], failure.Failures);
    }

    [Fact]
    public void All_faults_are_listed_at_once()
    {
        var failure = Assert.Throws<OptionsValidationException>(() =>
            Read(("Search:Query:MaxWords", "x"), ("Search:Query:MaxCharacters", "0"), ("Search:Nope", "1"))
        );
        Assert.Equal(3, failure.Failures.Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://talks.example.org")]
    [InlineData("http://localhost:8080/search/")]
    public void A_public_address_may_be_absent_or_any_web_address(string address) =>
        Assert.Equal(address, Read(("Search:PublicUrl", address)).PublicUrl);

    [Fact]
    public void The_settings_file_shows_the_defaults()
    {
        var file = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .Build();
        var shown = Read([
            .. file.AsEnumerable().Where(entry => entry.Value is not null).Select(e => (e.Key, e.Value!)),
        ]);
        Assert.Equivalent(new SearchSettings(), shown, strict: true);
        Assert.True(file.GetSection("Search:Index:Path").Exists());
    }

    private static SearchSettings Read(params (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
                .Build()
        );
        services.AddSearchSettings();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<SearchSettings>>().Value;
    }
}
