using System.Text.Json;
using Search.Engine.Indexing;

namespace Search.Indexer.Fetching;

/// <summary>
/// What is remembered of each address between runs, in a file beside CURRENT. Losing it costs a download, never a record:
/// a file that cannot be read counts as empty.
/// </summary>
internal sealed class FetchMemory(IndexOptions index)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string path = Path.Combine(index.Path, "fetched.json");

    /// <summary>What is known of an address under the name of a source; null for nothing.</summary>
    public RememberedFetch? Find(string address, string source) =>
        All().Find(known => known.Address == address && known.Source == source);

    /// <summary>Replaces what was known of the same address and source.</summary>
    public void Keep(RememberedFetch fetch)
    {
        var others = All().Where(known => known.Address != fetch.Address || known.Source != fetch.Source);
        Directory.CreateDirectory(index.Path);
        var temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(others.Append(fetch), Json));
        File.Move(temporary, path, overwrite: true);
    }

    private List<RememberedFetch> All()
    {
        try
        {
            return JsonSerializer.Deserialize<List<RememberedFetch>>(File.ReadAllText(path), Json) ?? [];
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return [];
        }
    }
}

/// <summary>One address as it was last imported.</summary>
/// <param name="Address">Without fragment.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Validators">To ask whether it has changed.</param>
/// <param name="Fingerprint">Of what the index held of the source then: another tells that somebody else changed it.</param>
/// <param name="Build">Of the program: another may read the same file differently.</param>
/// <param name="Format">As it was asked for; null for by content.</param>
/// <param name="Pruned">Whether the index then held nothing of the source that the file did not.</param>
/// <param name="Refused">Items that were not used.</param>
internal sealed record RememberedFetch(
    string Address,
    string Source,
    Validators Validators,
    string Fingerprint,
    Guid Build,
    string? Format,
    bool Pruned,
    int Refused
);
