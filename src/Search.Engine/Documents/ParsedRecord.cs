using System.Diagnostics.CodeAnalysis;

namespace Search.Engine.Documents;

/// <summary>What came of reading one record: the record, or in plain words why there is none.</summary>
public sealed record ParsedRecord
{
    private ParsedRecord() { }

    /// <summary>True when there is a <see cref="Record"/>, false when there is a <see cref="Fault"/>.</summary>
    [MemberNotNullWhen(true, nameof(Record), nameof(Id))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsRecord => Record is not null;

    /// <summary>The record; null when there is a <see cref="Fault"/>.</summary>
    public Record? Record { get; private init; }

    /// <summary>The record's id as it stands in the source, wherever it could be read, even when it may not be used.</summary>
    public string? Id { get; private init; }

    /// <summary>The first thing that is wrong, without position: <c>"title" is missing</c>.</summary>
    public string? Fault { get; private init; }

    internal static ParsedRecord Accepted(Record record) => new() { Record = record, Id = record.Id };

    internal static ParsedRecord Refused(string? id, string fault) => new() { Id = id, Fault = fault };
}
