using System.Globalization;
using Search.Engine.Indexing;
using Search.Engine.Sources;
using Search.Indexer.Commands;

namespace Search.Indexer.Fetching;

/// <summary>Fetches the inputs that are addresses, before anything is written. Disposing it removes what was fetched.</summary>
internal sealed class Downloads(FetchLimits limits, ImportOptions options, IndexOptions index, TextWriter error)
    : IDisposable
{
    private static readonly Guid Build = typeof(Importers).Module.ModuleVersionId;

    private readonly FetchMemory memory = new(index);
    private readonly List<FetchedFile> files = [];

    /// <summary>Items that were refused when what is unchanged now was read.</summary>
    public int RefusedBefore { get; private set; }

    /// <summary>The inputs to import: files as they are, addresses as fetched files; without those that have not changed.</summary>
    /// <param name="inputs">From the command line.</param>
    /// <param name="allowedHosts">Hosts besides those of the inputs.</param>
    /// <param name="cancellationToken">Looked at all along.</param>
    /// <exception cref="SourceException">An address cannot be read.</exception>
    public async Task<IReadOnlyList<Input>> FetchAsync(
        IReadOnlyList<Input> inputs,
        IReadOnlyList<string> allowedHosts,
        CancellationToken cancellationToken
    )
    {
        var hosts = new AllowedHosts(inputs.Select(input => input.Address).OfType<Uri>(), allowedHosts);
        using var fetcher = new Fetcher(limits, hosts);
        var ready = new List<Input>();
        foreach (var input in inputs)
        {
            var fetched = input.Address is { } address
                ? await FetchAsync(fetcher, input, address, cancellationToken)
                : input;
            if (fetched is not null)
                ready.Add(fetched);
        }
        return ready;
    }

    public void Dispose()
    {
        foreach (var file in files)
            file.Dispose();
    }

    private async Task<Input?> FetchAsync(
        Fetcher fetcher,
        Input input,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        var known = Known(input, address);
        var file = await fetcher.FetchAsync(address, known?.Validators, cancellationToken);
        if (file is null)
        {
            SayUnchanged(input, known?.Refused ?? 0);
            return null;
        }
        files.Add(file);
        return input with
        {
            Format = input.Format ?? ContentTypes.FormatOf(address, file),
            Files = [new SourceFile(input.Path, file.Open, input.Source)],
            WhenImported = summary => Remember(input, address, file, summary),
        };
    }

    // Only what the index still holds just so may be left unread, and only when reading it again would do nothing more.
    private RememberedFetch? Known(Input input, Uri address)
    {
        if (options.DryRun || memory.Find(address.AbsoluteUri, input.Source) is not { } known)
            return null;
        var wouldDoMore = (options.Prune && !known.Pruned) || (options.TakeOver && known.Refused > 0);
        if (wouldDoMore || known.Build != Build || known.Format != input.Format)
            return null;
        return known.Fingerprint == SourceFingerprint.Of(index, input.Source) ? known : null;
    }

    private void Remember(Input input, Uri address, FetchedFile file, ImportSummary summary)
    {
        if (options.DryRun || !file.Validators.Any)
            return;
        var held = SourceFingerprint.Of(index, input.Source);
        var unique = summary.Added + summary.Updated + summary.Unchanged;
        var isAllThereIs = held.StartsWith($"{unique}:", StringComparison.Ordinal) && !summary.PruneSkipped;
        memory.Keep(
            new(
                address.AbsoluteUri,
                input.Source,
                file.Validators,
                held,
                Build,
                input.Format,
                isAllThereIs,
                summary.RefusedCount
            )
        );
    }

    private void SayUnchanged(Input input, int refused)
    {
        RefusedBefore += refused;
        error.WriteLine($"{input.Path}: has not changed since it was last read.");
        if (refused > 0)
        {
            error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{input.Path}: {refused} of its items were refused then.")
            );
        }
    }
}
