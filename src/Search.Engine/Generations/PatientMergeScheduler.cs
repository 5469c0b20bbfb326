using System.Diagnostics;
using Lucene.Net.Index;

namespace Search.Engine.Generations;

/// <summary>
/// Merges in the background, and lets a merge fail alone: Lucene's own scheduler throws on the merge's thread, which nobody
/// catches. What could not be merged, on a full disk say, stays as it is, and the next commit tries again.
/// </summary>
internal sealed class PatientMergeScheduler : ConcurrentMergeScheduler
{
    /// <inheritdoc/>
    protected override void HandleMergeException(Exception exc) => Trace.TraceWarning($"A merge failed: {exc.Message}");
}
