using Search.Engine.Generations;
using Search.Service.Api;

namespace Search.Service.Hosting;

/// <summary>The rebuild that is under way in this service, for whoever asks how far it is.</summary>
internal sealed class RebuildProgress
{
    private volatile IndexRebuild? running;

    /// <summary>Null when there is none.</summary>
    public IndexRebuild? Running
    {
        set => running = value;
    }

    /// <summary>How far it is now; null when there is none.</summary>
    public RebuildResult? Now =>
        running is { } rebuild ? new RebuildResult(rebuild.Generation, rebuild.Copied, rebuild.Total) : null;
}
