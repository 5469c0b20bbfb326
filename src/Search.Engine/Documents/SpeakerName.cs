using Search.Engine.Indexing;

namespace Search.Engine.Documents;

/// <summary>Names of speakers as sources give them.</summary>
public static class SpeakerName
{
    /// <summary>Whether somebody in particular is meant: not "various", "TBA" and the like.</summary>
    public static bool IsSomebody(string name) => WorkKeys.RealSpeakers([name]).Count > 0;
}
