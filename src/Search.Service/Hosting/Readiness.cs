namespace Search.Service.Hosting;

/// <summary>Whether searches are answered at full speed: an index is open and was warmed up.</summary>
internal sealed class Readiness
{
    private volatile string? whyNot = "The service is starting.";

    /// <summary>Null when ready, else the reason, fit for strangers: no path of this machine in it.</summary>
    public string? WhyNot
    {
        get => whyNot;
        set => whyNot = value;
    }
}
