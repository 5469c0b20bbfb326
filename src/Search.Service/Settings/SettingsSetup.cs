using Microsoft.Extensions.Options;

namespace Search.Service.Settings;

/// <summary>Fills and checks <see cref="SearchSettings"/>; a fault of any kind stops the start, all of them listed.</summary>
internal sealed class SettingsSetup(IConfiguration configuration)
    : IConfigureOptions<SearchSettings>,
        IValidateOptions<SearchSettings>
{
    private readonly IConfigurationSection section = configuration.GetSection(SearchSettings.Section);

    public void Configure(SearchSettings options) => SettingsReader.Read(section, options);

    public ValidateOptionsResult Validate(string? name, SearchSettings options)
    {
        List<string> faults =
        [
            .. SettingsReader.Read(section, new SearchSettings()),
            .. SettingsReader.Check(SearchSettings.Section, options),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

/// <summary>Registers the settings.</summary>
internal static class SettingsExtensions
{
    public static void AddSearchSettings(this IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<SearchSettings>, SettingsSetup>();
        services.AddSingleton<IValidateOptions<SearchSettings>, SettingsSetup>();
        services.AddOptions<SearchSettings>().ValidateOnStart();
    }
}
