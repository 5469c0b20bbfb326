using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Search.Service.Settings;

/// <summary>
/// Reads a section into a settings object and finds every fault, each as a sentence. The framework's binder stops at the
/// first value of a wrong type and passes over names that it does not know, so a mistyped setting would do nothing.
/// </summary>
internal static class SettingsReader
{
    /// <summary>Sets what the section gives; a value that cannot be read leaves the default and becomes a fault.</summary>
    public static List<string> Read(IConfigurationSection section, object settings)
    {
        var faults = new List<string>();
        ReadInto(section, settings, faults);
        return faults;
    }

    /// <summary>The faults of values that are of the right type and not allowed.</summary>
    public static IEnumerable<string> Check(string path, object settings)
    {
        foreach (var property in settings.GetType().GetProperties())
        {
            var name = $"{path}:{property.Name}";
            var value = property.GetValue(settings);
            var faults = IsSection(property) ? Check(name, value!) : Broken(property, value).Select(f => $"{name} {f}");
            foreach (var fault in faults)
                yield return fault;
        }
    }

    private static void ReadInto(IConfigurationSection section, object settings, List<string> faults)
    {
        if (!string.IsNullOrEmpty(section.Value))
            faults.Add($"{section.Path} is a group of settings and takes no value of its own.");
        var properties = settings.GetType().GetProperties();
        foreach (var child in section.GetChildren())
        {
            var property = Array.Find(properties, p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                faults.Add(
                    $"{child.Path} is not a setting. Known here: {string.Join(", ", properties.Select(p => p.Name))}."
                );
            else if (IsSection(property))
                ReadInto(child, property.GetValue(settings)!, faults);
            else
                ReadValue(child, property, settings, faults);
        }
    }

    private static void ReadValue(
        IConfigurationSection value,
        PropertyInfo property,
        object settings,
        List<string> faults
    )
    {
        if (value.Value is null)
        {
            faults.Add($"{value.Path} takes one value, no list and no group.");
            return;
        }
        try
        {
            var converter = TypeDescriptor.GetConverter(property.PropertyType);
            property.SetValue(settings, converter.ConvertFromString(null, CultureInfo.InvariantCulture, value.Value));
        }
        // The converters wrap what they meet in types of their own choice.
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            faults.Add($"{value.Path} is \"{value.Value}\", which is not a {Plain(property.PropertyType)}.");
        }
    }

    private static IEnumerable<string?> Broken(PropertyInfo property, object? value) =>
        property
            .GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !rule.IsValid(value))
            .Select(r => r.ErrorMessage);

    private static bool IsSection(PropertyInfo property) =>
        property.PropertyType.Namespace == typeof(SearchSettings).Namespace;

    private static string Plain(Type type) =>
        type == typeof(int) ? "whole number"
        : type == typeof(bool) ? "switch: write true or false"
        : type.Name;
}
