using Microsoft.Playwright;

namespace Search.Tests.Browser;

/// <summary>What kind of visitor comes.</summary>
public sealed record VisitOptions
{
    /// <summary>In CSS pixels.</summary>
    public int Width { get; init; } = 1024;

    /// <summary>In CSS pixels.</summary>
    public int Height { get; init; } = 768;

    public bool Dark { get; init; }

    /// <summary>As with a high-contrast theme of the system.</summary>
    public bool ForcedColors { get; init; }

    public bool JavaScript { get; init; } = true;

    /// <summary>A finger instead of a mouse.</summary>
    public bool Touch { get; init; }

    /// <summary>As a screen shows it; motion would make screenshots and measurements of places depend on the moment.</summary>
    public bool ReducedMotion { get; init; } = true;

    /// <summary>How long an action waits for its element.</summary>
    public int TimeoutMilliseconds { get; init; } = 60_000;

    /// <summary>Rights such as <c>clipboard-read</c>.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    internal BrowserNewContextOptions ToContext() =>
        new()
        {
            ViewportSize = new ViewportSize { Width = Width, Height = Height },
            ColorScheme = Dark ? Microsoft.Playwright.ColorScheme.Dark : Microsoft.Playwright.ColorScheme.Light,
            ForcedColors = ForcedColors ? Microsoft.Playwright.ForcedColors.Active : null,
            ReducedMotion = ReducedMotion ? Microsoft.Playwright.ReducedMotion.Reduce : null,
            JavaScriptEnabled = JavaScript,
            HasTouch = Touch,
            IsMobile = Touch,
            Locale = "en-GB",
            Permissions = Permissions,
        };
}
