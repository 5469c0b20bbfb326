namespace Search.Service.Hosting;

/// <summary>Whether searches are answered at full speed: an index is open and was warmed up.</summary>
internal sealed class Readiness
{
    private volatile string? whyNot = "The service is starting.";
    private volatile string? damage;

    /// <summary>Null when ready, else the reason, fit for strangers: no path of this machine in it.</summary>
    public string? WhyNot
    {
        get => whyNot;
        set => whyNot = value;
    }

    /// <summary>What was found damaged of the generation that is served; null when nothing was. It answers as far as it can.</summary>
    public string? Damage
    {
        get => damage;
        set => damage = value;
    }
}
