using System.Buffers;
using System.Diagnostics;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Sources;
using Search.Indexer.Output;
using Search.Indexer.Sending;

namespace Search.Indexer.Commands;

/// <summary>Sends the inputs to a service that writes, one after another.</summary>
internal sealed class ServerRun(IReadOnlyList<Input> inputs, ImportOptions options, SearchServer server)
{
    /// <summary>Gives the exit code.</summary>
    public async Task<int> ExecuteAsync(ImportReport report, bool json, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var summaries = new List<ImportedSource>();
        foreach (var input in inputs)
        {
            using var progress = report.Progress(input.Source);
            var summary = await SendAsync(input, progress, cancellationToken);
            progress.Dispose();
            report.Refusals(summary);
            summaries.Add(new ImportedSource(input.Source, summary));
        }
        if (json)
            report.AsJson(summaries, clock.Elapsed);
        else
            report.Summary(summaries, clock.Elapsed, dryRun: false);
        return summaries.Exists(done => done.Summary.RefusedCount > 0) ? ExitCode.SomeRefused : ExitCode.Success;
    }

    private async Task<ImportSummary> SendAsync(
        Input input,
        IProgress<ImportSummary> progress,
        CancellationToken cancellationToken
    )
    {
        var sent = new SentSource(input.Source);
        var batch = new RecordBatch();
        foreach (var item in input.Items(cancellationToken))
        {
            if (item is RefusedRecord refused)
                sent.Refuse(refused);
            if (item is not ImportedRecord imported || !sent.IsFirst(imported))
                continue;
            if (batch.IsFull)
            {
                await FlushAsync(input.Source, batch, sent, isLast: false, cancellationToken);
                progress.Report(sent.Summary);
            }
            batch.Add(imported);
        }
        await FlushAsync(input.Source, batch, sent, isLast: true, cancellationToken);
        if (options.Prune)
            await PruneAsync(input.Source, sent, cancellationToken);
        return sent.Summary;
    }

    private async Task FlushAsync(
        string source,
        RecordBatch batch,
        SentSource sent,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        if (batch.IsEmpty)
            return;
        // When the command ends, searches should see all of it.
        var results = await server.PutAsync(source, batch.Body, options, waitForRefresh: isLast, cancellationToken);
        sent.Take(batch.Records, results);
        batch.Clear();
    }

    private async Task PruneAsync(string source, SentSource sent, CancellationToken cancellationToken)
    {
        if (sent.MayHideRecords)
        {
            sent.SkipPruning();
            return;
        }
        var vanished = new List<string>();
        await foreach (var id in server.IdsAsync(source, cancellationToken))
        {
            if (!sent.Has(id))
                vanished.Add(id);
        }
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            vanished,
            parallel,
            async (id, cancel) =>
            {
                if (await server.DeleteAsync(source, id, cancel))
                    sent.CountRemoved();
            }
        );
    }
}

/// <summary>Records that go out in one request.</summary>
internal sealed class RecordBatch
{
    private const int MostRecords = 500;
    private const int MostBytes = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> body = new();
    private readonly List<ImportedRecord> records = [];

    /// <summary>The records, a line each.</summary>
    public IReadOnlyList<ImportedRecord> Records => records;

    /// <summary>The lines.</summary>
    public byte[] Body => body.WrittenSpan.ToArray();

    public bool IsEmpty => records.Count == 0;

    public bool IsFull => records.Count >= MostRecords || body.WrittenCount >= MostBytes;

    public void Add(ImportedRecord imported)
    {
        RecordJson.Write(imported.Record, body);
        body.Write("\n"u8);
        records.Add(imported);
    }

    public void Clear()
    {
        body.ResetWrittenCount();
        records.Clear();
    }
}
