using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Searching;

/// <summary>
/// Counts, for each value of each facet, the hits that would be left if it were the only selected value of its field. Exact:
/// every document that matches the query is looked at once a facet, whatever it is filtered by.
/// </summary>
/// <remarks>
/// Where a filter leaves nothing, <see cref="Matcher"/> reads the query more widely. Each value is one such filter, so each counts
/// in the closest set of matches that has something with it. Only in those that the answer itself needed are further values
/// looked for; selected ones in all.
/// </remarks>
/// <param name="snapshot">What is searched.</param>
/// <param name="filter">The restrictions of the request.</param>
internal sealed class FacetCounter(IndexSnapshot snapshot, FilterBits filter)
{
    /// <summary>The facets that are asked for, in that order.</summary>
    /// <param name="matches">What matches the query.</param>
    /// <param name="request">What is asked.</param>
    public IReadOnlyList<Facet> Count(Matches matches, CandidateRequest request)
    {
        if (request.Facets.Count == 0 || request.Time.IsUp)
            return [];
        var tallies = request.Facets.Select(field => new FacetTally(field, FacetSource.Of(snapshot, field))).ToList();
        try
        {
            var matched = matches.Closest ?? matches.Query;
            CountIn(matched, request, tallies);
            CountMoreWidely(matches, matched, request, tallies);
            return [.. tallies.Select(tally => tally.ToFacet(request.Filter, request.FacetLimit))];
        }
        finally
        {
            tallies.ForEach(tally => tally.Dispose());
        }
    }

    private void CountMoreWidely(
        Matches matches,
        FixedBitSet matched,
        CandidateRequest request,
        List<FacetTally> tallies
    )
    {
        if (matches.Widening is not { } widening)
            return;
        var share = matches.ClosestShare;
        matched = matched.Clone();
        while (share > matches.Share || (share > 0 && tallies.Exists(tally => tally.LacksSelected(request.Filter))))
        {
            share = widening.Widen(share, matched);
            var wider = tallies.ConvertAll(tally => new FacetTally(tally.Field, tally.Source));
            CountIn(matched, request, wider);
            for (var place = 0; place < tallies.Count; place++)
            {
                tallies[place].AddMissing(wider[place], request.Filter, onlySelected: share < matches.Share);
                wider[place].Dispose();
            }
        }
    }

    private void CountIn(FixedBitSet matched, CandidateRequest request, List<FacetTally> tallies)
    {
        var units = new FacetUnits(snapshot, matched, request.Group);
        foreach (var leaf in snapshot.Segments)
            CountUnits(leaf, units, tallies);
        tallies.ForEach(tally => CountWorks(units.SharedWorks, tally));
    }

    private void CountUnits(AtomicReaderContext leaf, FacetUnits units, List<FacetTally> tallies)
    {
        var buffer = ArrayPool<int>.Shared.Rent(leaf.AtomicReader.MaxDoc);
        var docs = buffer.AsSpan(0, units.Fill(leaf, buffer));
        foreach (var tally in tallies)
            tally.Source.Tally(leaf.Ord, docs, Passing(leaf, tally), tally.Counts);
        ArrayPool<int>.Shared.Return(buffer);
    }

    // A work has the values of all its records that pass, each once.
    private void CountWorks(IEnumerable<List<(int Segment, int Head)>> works, FacetTally tally)
    {
        var passing = snapshot.Segments.Select(leaf => Passing(leaf, tally)).ToArray();
        var numbers = new List<int>();
        foreach (var work in works)
        {
            numbers.Clear();
            foreach (var (segment, head) in work)
            {
                if (passing[segment]?.Get(head) ?? true)
                    tally.Source.Collect(segment, head, numbers);
            }
            tally.AddOnce(numbers);
        }
    }

    private FixedBitSet? Passing(AtomicReaderContext leaf, FacetTally tally) =>
        filter.Of(leaf, withoutSelection: tally.Field);
}
