using Search.Engine.Indexing;

namespace Search.Service.Hosting;

/// <summary>Why there is no answer, for people who must not learn about this machine. The log has the engine's own words.</summary>
internal static class IndexMessage
{
    public static string ForUsers(IndexState state) =>
        state.Availability switch
        {
            IndexAvailability.Missing => "Nothing has been indexed yet.",
            IndexAvailability.Damaged when state.Fallback is { } whole =>
                $"The index is damaged. The generation {whole} can be served in its place: search-indexer rollback. "
                    + "The log of the service says what is damaged.",
            IndexAvailability.Damaged => "The index is damaged. The log of the service says what to do.",
            IndexAvailability.SchemaDiffers => "The index was written by another version of the program.",
            _ => "The index is being opened.",
        };
}
