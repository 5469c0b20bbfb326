using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>
/// Captions of a recording, WebVTT or SubRip. They become an interview whose passages are cut at the ends of sentences,
/// each with a link to its time. The talk is the file beside it of the same name (<c>queues.json</c>, <c>queues.md</c> for
/// <c>queues.en.vtt</c>), and gives title, speakers, date and address; else the head of the captions, or the file's name.
/// Ids are TALK-ID/transcript, with the language behind it where the name of the file has one, else SOURCE/transcript/NAME.
/// </summary>
public abstract partial class TranscriptImporter : IImporter
{
    private const int MaxLength = 32 * 1_024 * 1_024;

    private static readonly string[] TalkEndings = [".json", ".md", ".markdown", ".html", ".htm", ".jsonl"];

    /// <inheritdoc/>
    public abstract string Format { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <inheritdoc/>
    public abstract bool Recognises(SourceSample sample);

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (text, fault, note) = WholeFile.ReadText(file, MaxLength, cancellationToken);
        if (note is not null)
            yield return new SourceNote(new(file.Path, 0), note);
        var captions = CaptionCues.Of(text, cancellationToken);
        foreach (var line in captions.BadLines.Take(10))
            yield return new SourceNote(new(file.Path, line), "its times cannot be read, and the caption was left out");
        // Half a transcript in the place of a whole one would look like a change.
        if (fault is not null)
            yield return RefusedRecord.OfRest(new(file.Path, 0), $"{fault}; nothing was read from these captions");
        else
            yield return ItemOf(file, captions, cancellationToken);
    }

    private static ImportItem ItemOf(SourceFile file, CaptionCues captions, CancellationToken cancellationToken)
    {
        var position = new SourcePosition(file.Path, 1);
        var (name, language) = NameOf(file.Path);
        var talk = TalkBeside(file, name, cancellationToken);
        var head = captions.Head;
        var talkId = head.GetValueOrDefault("talk") ?? talk?.Id;
        var ending = language is null ? "" : $"-{language}";
        var id = talkId is null
            ? file.Ids.Next($"{Slug.OfSource(file.Source)}/transcript/{Slug.Of(name)}{ending}")
            : $"{talkId}/transcript{ending}";
        if (captions.Cues.Count == 0)
            return new RefusedRecord(position, id, "has no captions");
        var url = talk?.Url ?? head.GetValueOrDefault("url") ?? head.GetValueOrDefault("link");
        return new RecordDraft(position, id)
        {
            Title = head.GetValueOrDefault("title") ?? talk?.Title ?? name.Replace('-', ' ').Replace('_', ' '),
            Speakers =
                talk?.Speakers
                ?? SpeakerNames.Of([head.GetValueOrDefault("speakers") ?? head.GetValueOrDefault("speaker")]),
            Topics = talk?.Topics ?? [],
            Event = head.GetValueOrDefault("event") ?? talk?.Event,
            Date = head.GetValueOrDefault("date"),
            OtherDate = talk?.Date,
            Language = head.GetValueOrDefault("language") ?? language ?? talk?.Language,
            Url = url,
            TalkId = talkId,
            Passages = TranscriptPassages.Of(captions.Cues, url),
        }.ToItem();
    }

    private static Record? TalkBeside(SourceFile file, string name, CancellationToken cancellationToken)
    {
        foreach (var ending in TalkEndings)
        {
            if (file.Beside(name + ending) is not { } beside)
                continue;
            // Its own ids must not count as used: it is read on its own, too.
            var alone = SourceFiles.Find(beside.Path, file.Source).First();
            var record = Importers
                .Choose(alone, null)
                .Importer?.Read(alone, cancellationToken)
                .OfType<ImportedRecord>()
                .FirstOrDefault()
                ?.Record;
            if (record is not null)
                return record;
        }
        return null;
    }

    // "queues.en.vtt.gz" is called "queues", in English.
    private static (string Name, string? Language) NameOf(string path)
    {
        var match = FileName().Match(Path.GetFileName(path));
        if (!match.Success)
            return (Path.GetFileNameWithoutExtension(path), null);
        var code = match.Groups["language"].Success ? LanguageNames.CodeOf(match.Groups["language"].Value) : null;
        var name = match.Groups["name"].Value;
        return code is null && match.Groups["language"].Success
            ? ($"{name}.{match.Groups["language"].Value}", null)
            : (name, code);
    }

    [GeneratedRegex(
        @"^(?<name>.+?)(?:\.(?<language>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?))?\.(?:vtt|srt)(?:\.gz)?$",
        RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex FileName();
}

/// <summary>WebVTT.</summary>
public sealed class VttImporter : TranscriptImporter
{
    /// <inheritdoc/>
    public override string Format => "vtt";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".vtt"];

    /// <summary>By its first word.</summary>
    public override bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.Start.TrimStart().StartsWith("WEBVTT", StringComparison.Ordinal);
    }
}

/// <summary>SubRip.</summary>
public sealed partial class SrtImporter : TranscriptImporter
{
    /// <inheritdoc/>
    public override string Format => "srt";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".srt"];

    /// <summary>By a number and a line of times at the beginning.</summary>
    public override bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return Beginning().IsMatch(sample.Start);
    }

    [GeneratedRegex(
        @"^\s*(?:\d+\s*\n)?\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->",
        RegexOptions.None,
        Patience.Milliseconds
    )]
    private static partial Regex Beginning();
}

/// <summary>Cuts captions into passages of about two hundred words.</summary>
internal static class TranscriptPassages
{
    private const int EnoughWords = 160;
    private const int MostWords = 320;

    /// <param name="cues">At least one.</param>
    /// <param name="url">Of the recording; null when it is not known.</param>
    public static IReadOnlyList<Passage> Of(IReadOnlyList<CaptionCue> cues, string? url)
    {
        var passages = new List<Passage>();
        var start = 0;
        var words = 0;
        for (var index = 0; index < cues.Count; index++)
        {
            words += cues[index].Text.Count(unit => unit == ' ') + 1;
            var isLast = index == cues.Count - 1;
            if (!isLast && words < MostWords && !(words >= EnoughWords && EndsThought(cues[index], cues[index + 1])))
                continue;
            passages.Add(PassageOf(passages.Count + 1, cues, start, index, url));
            (start, words) = (index + 1, 0);
        }
        return passages;
    }

    /// <summary>The address that starts a recording at a time, as the large video sites and plain media files take it.</summary>
    /// <example><c>https://www.youtube.com/watch?v=x</c> at 75 s gives <c>…?v=x&amp;t=75s</c>, <c>https://v.example/a.mp4</c> gives <c>…a.mp4#t=75</c>.</example>
    public static string? UrlAt(string? url, TimeSpan time)
    {
        if (url is null)
            return null;
        var seconds = ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var plain = url.Split('#')[0];
        var isYoutube =
            plain.Contains("youtube.com/", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("youtu.be/", StringComparison.OrdinalIgnoreCase);
        if (isYoutube)
            return $"{plain}{(plain.Contains('?') ? '&' : '?')}t={seconds}s";
        return plain.Contains("vimeo.com/", StringComparison.OrdinalIgnoreCase)
            ? $"{plain}#t={seconds}s"
            : $"{plain}#t={seconds}";
    }

    private static bool EndsThought(CaptionCue cue, CaptionCue next) =>
        cue.Text[^1] is '.' or '!' or '?' or '…' or '。'
        || (next.Voice is not null && next.Voice != cue.Voice)
        || next.Start - cue.End > TimeSpan.FromSeconds(2);

    private static Passage PassageOf(int number, IReadOnlyList<CaptionCue> cues, int first, int last, string? url)
    {
        var text = new StringBuilder();
        string? voice = null;
        for (var index = first; index <= last; index++)
        {
            var cue = cues[index];
            var isNew = cue.Voice is not null && cue.Voice != voice;
            if (text.Length > 0)
                text.Append(isNew ? "\n\n" : " ");
            if (isNew && cue.Voice is { Length: > 0 } name)
                text.Append(name).Append(": ");
            voice = cue.Voice ?? voice;
            text.Append(cue.Text);
        }
        var heading = $"{Clock(cues[first].Start)} – {Clock(cues[last].End)}";
        return new(number, heading, text.ToString(), UrlAt(url, cues[first].Start));
    }

    private static string Clock(TimeSpan time) =>
        time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
}
