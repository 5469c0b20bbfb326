using Search.Engine.Documents;

namespace Search.Engine.Indexing;

/// <summary>One change that somebody asks for: <see cref="PutRecord"/>, <see cref="PatchRecord"/> or <see cref="DeleteRecord"/>.</summary>
/// <param name="Id">The id of the record that it is about.</param>
public abstract record RecordWrite(string Id)
{
    /// <summary>
    /// The source that asks; a record that another source owns is then refused unless <see cref="TakeOver"/>. Null keeps the
    /// owner, and gives a new record to <see cref="ImportOptions.ApiSource"/>.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>Take the record over when another source owns it.</summary>
    public bool TakeOver { get; init; }

    /// <summary>Keep the sample when this is the first record that is not of it.</summary>
    public bool KeepSample { get; init; }

    /// <summary>
    /// What must hold of the record as it stands, as one line of JSON, or null when there is none; without it nothing need.
    /// Looked at when the change is made, with every earlier one in place.
    /// </summary>
    public Func<ReadOnlyMemory<byte>?, bool>? Condition { get; init; }
}

/// <summary>Puts a whole record in, in place of the one with its id.</summary>
/// <param name="Record">The record.</param>
public sealed record PutRecord(Record Record) : RecordWrite(Record.Id);

/// <summary>Changes members of a record by JSON merge patch (RFC 7396).</summary>
/// <param name="Id">The record.</param>
/// <param name="Patch">A JSON object in UTF-8.</param>
public sealed record PatchRecord(string Id, ReadOnlyMemory<byte> Patch) : RecordWrite(Id);

/// <summary>Removes a record.</summary>
/// <param name="Id">The record.</param>
public sealed record DeleteRecord(string Id) : RecordWrite(Id);

/// <summary>What became of a <see cref="RecordWrite"/>.</summary>
public enum WriteStatus
{
    /// <summary>The record was not there before.</summary>
    Added,

    /// <summary>The record differs from what was there.</summary>
    Updated,

    /// <summary>The record stands there just so.</summary>
    Unchanged,

    /// <summary>The record has gone.</summary>
    Removed,

    /// <summary>There is no record to patch or delete.</summary>
    NotFound,

    /// <summary>The condition does not hold.</summary>
    ConditionFailed,

    /// <summary>Another source owns the record.</summary>
    OwnedByOther,

    /// <summary>The patch is no object, or would leave something that is no record.</summary>
    Invalid,
}

/// <summary>What became of a <see cref="RecordWrite"/>.</summary>
/// <param name="Status">In one word.</param>
/// <param name="Id">The record's id.</param>
public sealed record WriteOutcome(WriteStatus Status, string Id)
{
    /// <summary>The record as it stands now, as one line of JSON; null when it was removed or refused.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>Who owns the record, or owned it when it was removed; null when there is none.</summary>
    public string? Source { get; init; }

    /// <summary>Why it was refused, as a sentence; null when it was not.</summary>
    public string? Fault { get; init; }

    /// <summary>Records of the sample that made room for this one.</summary>
    public int SampleRemoved { get; init; }

    /// <summary>Whether the index stands as the write wants it.</summary>
    public bool IsDone =>
        Status is WriteStatus.Added or WriteStatus.Updated or WriteStatus.Unchanged or WriteStatus.Removed;
}
