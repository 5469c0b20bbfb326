using Search.Engine.Searching;

namespace Search.Engine.Scoring;

/// <summary>
/// Tells when judging on is no use: units come by descending score of the first stage, and the second adds no more than so
/// much to any of them.
/// </summary>
/// <param name="request">The page that is asked for.</param>
/// <param name="mostAdded">What the second stage adds at most.</param>
internal sealed class RescoreBound(CandidateRequest request, float mostAdded)
{
    private readonly PriorityQueue<float, float> shown = new();

    // The answers of one interview are put lower once all have been judged, so that others rise.
    private readonly int wanted = request.Group == HitGroup.Answer ? int.MaxValue : request.Skip + request.Take;

    /// <summary>Whether a unit may still come to stand on the page or before it.</summary>
    /// <param name="score">Its score of the first stage; no later one is higher.</param>
    public bool MayBeShown(float score) => shown.Count < wanted || score + mostAdded >= shown.Peek();

    /// <summary>Takes a final score.</summary>
    public void Take(float score)
    {
        if (shown.Count < wanted)
            shown.Enqueue(score, score);
        else if (wanted > 0)
            shown.EnqueueDequeue(score, score);
    }
}
