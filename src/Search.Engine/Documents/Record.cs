using System.Collections.ObjectModel;
using System.Text.Json;

namespace Search.Engine.Documents;

/// <summary>What kind of thing a record is; written in lower case in JSON and filters.</summary>
public enum RecordKind
{
    /// <summary>A talk with its abstract.</summary>
    Talk,

    /// <summary>An interview: questions with their answers.</summary>
    Interview,
}

/// <summary>One thing of the collection, a <see cref="Talk"/> or an <see cref="Interview"/>, as its source gave it.</summary>
public abstract record Record
{
    /// <summary>Unique in the index; see <see cref="RecordId"/> for what it may hold.</summary>
    public required string Id { get; init; }

    /// <summary>Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Who speaks; in an interview, who answers. In the order of the source, without empty names.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>What it is about, as the source spells it.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The conference or series with its edition, such as "Relay 2024".</summary>
    public string? Event { get; init; }

    /// <summary>A year, a month or a day.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>ISO 639-1 where one exists (<c>en</c>), else as the source gave it.</summary>
    public string? Language { get; init; }

    /// <summary>Where the original stands.</summary>
    public string? Url { get; init; }

    /// <summary>True when the source's text breaks off before its end.</summary>
    public bool Excerpt { get; init; }

    /// <summary>Members of the source record that this version does not know; kept and written back, never searched.</summary>
    public IReadOnlyDictionary<string, JsonElement> Unknown { get; init; } =
        ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>Whether this is a talk or an interview.</summary>
    public abstract RecordKind Kind { get; }
}

/// <summary>A talk.</summary>
public sealed record Talk : Record
{
    /// <summary>Paragraphs are separated by an empty line; null when the source has none.</summary>
    public string? Abstract { get; init; }

    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Talk;
}

/// <summary>An interview with at least one answered question.</summary>
public sealed record Interview : Record
{
    /// <summary>What stands before the first question.</summary>
    public string? Intro { get; init; }

    /// <summary>The id of the talk that this interview is about, when the source names it; overrides the match by title.</summary>
    public string? TalkId { get; init; }

    /// <summary>In the order of the source; at least one. Numbers rise, and leave out <see cref="Unanswered"/>.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Questions without an answer; kept and written back at their place, never searched.</summary>
    public IReadOnlyList<UnansweredQuestion> Unanswered { get; init; } = [];

    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Interview;
}

/// <summary>One question with its answer. Its id is the interview's id, <c>#</c> and <paramref name="Number"/>.</summary>
/// <param name="Number">Its place among all questions of the interview, answered or not, from 1.</param>
/// <param name="Question">Never empty.</param>
/// <param name="Answer">Never empty; paragraphs are separated by an empty line.</param>
/// <param name="Url">As the source gave it; null means the interview's url with <c>#q-N</c> (<see cref="RecordUrl"/>).</param>
/// <param name="Excerpt">True when the answer breaks off before its end.</param>
public sealed record Passage(int Number, string Question, string Answer, string? Url = null, bool Excerpt = false)
{
    /// <summary>Members of the source's question that this version does not know.</summary>
    public IReadOnlyDictionary<string, JsonElement> Unknown { get; init; } =
        ReadOnlyDictionary<string, JsonElement>.Empty;
}

/// <summary>A question of the source that has no answer.</summary>
/// <param name="Number">Its place among all questions of the interview, from 1.</param>
/// <param name="Source">The question as the source gave it: an object, or null.</param>
public sealed record UnansweredQuestion(int Number, JsonElement Source);

/// <summary>Where a record or a passage is found on the web.</summary>
public static class RecordUrl
{
    /// <summary>The passage's own url, else the interview's url with <c>#q-N</c>, else null.</summary>
    public static string? Of(Interview interview, Passage passage) =>
        passage.Url ?? (interview.Url is null ? null : $"{interview.Url}#q-{passage.Number}");
}
