using System.Xml;
using Search.Engine.Cleaning;
using Search.Engine.Documents;

namespace Search.Engine.Sources;

/// <summary>
/// The schedule.xml of Pentabarf, frab, pretalx and FOSDEM: <c>day/event</c> or <c>day/room/event</c>. Ids are
/// ACRONYM/EVENT-ID; without an acronym the conference's title as a slug. Streams: holds one event at a time.
/// </summary>
/// <remarks>Document types are passed over: nothing is fetched, and entities that they define are not known.</remarks>
public sealed class PentabarfImporter : IImporter
{
    private const int MaxCharacters = 256 * 1_024 * 1_024;
    private const int MaxTextLength = 1_024 * 1_024;
    private const int MaxDepth = 64;

    /// <inheritdoc/>
    public string Format => "pentabarf";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".xml"];

    /// <summary>By its elements <c>schedule</c> and <c>conference</c>.</summary>
    public bool Recognises(SourceSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var text = sample.Start.AsSpan().TrimStart();
        return text is ['<', ..]
            && (
                text.Contains("<schedule", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<conference>", StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <inheritdoc/>
    public IEnumerable<ImportItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var source = SourceText.Open(file);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            MaxCharactersInDocument = MaxCharacters,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var xml = XmlReader.Create(source.Reader, settings);
        var schedule = new PentabarfSchedule(file, xml, MaxTextLength, MaxDepth);
        var isEmpty = true;
        while (schedule.Next() is { } item)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isEmpty = false;
            yield return item;
        }
        if (source.Note is not null)
            yield return new SourceNote(new(file.Path, 0), source.Note);
        if (isEmpty)
            yield return RefusedRecord.OfRest(new(file.Path, 0), "has no events");
    }
}

/// <summary>Walks through the XML and makes an item of each event.</summary>
internal sealed class PentabarfSchedule(SourceFile file, XmlReader xml, int maxTextLength, int maxDepth)
{
    private readonly Dictionary<string, string> _conference = new(StringComparer.OrdinalIgnoreCase);
    private PartialDate? _day;
    private bool _hasEnded;

    /// <summary>The next event, or what is wrong with the rest; null at the end.</summary>
    public ImportItem? Next()
    {
        if (_hasEnded)
            return null;
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > maxDepth)
                    return End($"nests deeper than {maxDepth} levels");
                if (xml.NodeType == XmlNodeType.Element && Element() is { } item)
                    return item;
            }
            _hasEnded = true;
            return null;
        }
        catch (XmlException fault)
        {
            return End(Plain(fault), fault.LineNumber);
        }
        catch (InvalidDataException)
        {
            return End("the compressed data is damaged or breaks off");
        }
        catch (IOException fault)
        {
            return End($"cannot be read any further: {fault.Message}");
        }
    }

    private int Line => (xml as IXmlLineInfo)?.LineNumber ?? 0;

    private RefusedRecord End(string fault, int? line = null)
    {
        _hasEnded = true;
        return RefusedRecord.OfRest(new(file.Path, line ?? Line), $"{fault}; nothing was read from here on");
    }

    // What the parser says ends in the place, which stands before the message anyway.
    private static string Plain(XmlException fault)
    {
        var place = fault.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var message = (place < 0 ? fault.Message : fault.Message[..place]).TrimEnd('.');
        return $"is not XML: {message}";
    }

    private ImportItem? Element()
    {
        switch (xml.LocalName.ToLowerInvariant())
        {
            case "conference":
                ReadConference();
                return null;
            case "day":
                _day = SourceDate.Parse(xml.GetAttribute("date") ?? xml.GetAttribute("start"), Zone());
                return null;
            case "event":
                return Event();
            default:
                return null;
        }
    }

    // Days may stand inside the conference: only its own texts are taken.
    private void ReadConference()
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            CheckDepth();
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName is "day" or "event")
            {
                if (xml.LocalName == "day")
                    _day = SourceDate.Parse(xml.GetAttribute("date"), Zone());
                return;
            }
            var name = xml.LocalName;
            var text = TextOf();
            if (text.Length > 0)
                _conference.TryAdd(name, text);
        }
    }

    private TimeZoneInfo? Zone() => SourceDate.Zone(_conference.GetValueOrDefault("time_zone_name"));

    private ImportItem Event()
    {
        var position = new SourcePosition(file.Path, Line);
        var number = xml.GetAttribute("id") ?? xml.GetAttribute("guid");
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var persons = new List<string>();
        var topics = new List<string>();
        ReadEvent(texts, persons, topics);
        number ??= texts.GetValueOrDefault("id") ?? texts.GetValueOrDefault("slug");
        var title = texts.GetValueOrDefault("title");
        var conference = _conference.GetValueOrDefault("title");
        if (number is null && title is null)
            return new RefusedRecord(position, null, "the event has neither id nor title");
        var prefix = ConferenceSchedule.PrefixOf(_conference.GetValueOrDefault("acronym"), conference, file);
        var id = number is null ? file.Ids.Next($"{prefix}/{Slug.Of(title ?? "")}") : $"{prefix}/{number.Trim()}";
        return new RecordDraft(position, id)
        {
            Title = title,
            Texts =
            [
                texts.GetValueOrDefault("subtitle"),
                texts.GetValueOrDefault("abstract"),
                texts.GetValueOrDefault("description"),
            ],
            Speakers = [.. persons.Distinct(StringComparer.Ordinal)],
            Topics = topics,
            Event = conference,
            Date = texts.GetValueOrDefault("date"),
            OtherDate = _day,
            Zone = Zone(),
            Language = texts.GetValueOrDefault("language"),
            Url = texts.GetValueOrDefault("url") ?? texts.GetValueOrDefault("conf_url"),
        }.ToItem();
    }

    // From the start tag of an event to its end tag.
    private void ReadEvent(Dictionary<string, string> texts, List<string> persons, List<string> topics)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            CheckDepth();
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var name = xml.LocalName.ToLowerInvariant();
            switch (name)
            {
                case "persons" or "speakers" or "links" or "attachments" or "tags" or "keywords" or "recording":
                    break;
                case "person" or "speaker":
                    if (PlainText.Line(xml.GetAttribute("name") ?? TextOf()) is { Length: > 0 } person)
                        persons.Add(person);
                    break;
                case "link" or "attachment" or "license" or "optout":
                    TextOf();
                    break;
                case "track" or "tag" or "keyword":
                    topics.Add(TextOf());
                    break;
                default:
                    var text = TextOf();
                    if (text.Length > 0)
                        texts.TryAdd(name, text);
                    break;
            }
        }
    }

    private void CheckDepth()
    {
        if (xml.Depth > maxDepth)
            throw new XmlException($"Nests deeper than {maxDepth} levels.", null, Line, 0);
    }

    // The text of an element with all elements in it, read piece by piece; it stands at the end tag afterwards.
    private string TextOf()
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var text = new System.Text.StringBuilder();
        var buffer = new char[4_096];
        while (xml.Read() && xml.Depth > depth)
        {
            CheckDepth();
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            while (xml.ReadValueChunk(buffer, 0, buffer.Length) is var count and > 0)
            {
                if (text.Length + count > maxTextLength)
                    throw new XmlException($"A text is longer than {maxTextLength} characters.", null, Line, 0);
                text.Append(buffer, 0, count);
            }
        }
        return text.ToString().Trim();
    }
}
