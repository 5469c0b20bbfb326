namespace Search.Engine.Cleaning;

/// <summary>How long one pattern may look at one text. Texts that people write take microseconds.</summary>
internal static class Patience
{
    public const int Milliseconds = 2_000;
}
