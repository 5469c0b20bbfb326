using System.Reflection;

namespace Search.Tests;

/// <summary>The programs as they were built, each in its own folder with all that it needs.</summary>
internal static class Programs
{
    public static string Indexer => At("Indexer");

    public static string Service => At("Service");

    private static string At(string key) =>
        typeof(Programs)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
