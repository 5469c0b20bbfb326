using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Search.Engine.Documents;

namespace Search.Service.Pages.Records;

/// <summary>
/// What a page is about, as search engines read it (JSON-LD of schema.org): a talk as Event, an interview as Article whose
/// parts are questions with their accepted answers. (FAQPage is for a site's own help pages, QAPage for one question.)
/// </summary>
/// <param name="site">Where it stands.</param>
internal sealed class JsonLd(Site site)
{
    // Encodes & < > " ' as \u…, so that no text can end the script element; letters of all languages stay as they are.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The script element of a record.</summary>
    public Html Of(Record record) => Script(record is Interview interview ? Article(interview) : Event((Talk)record));

    /// <summary>The script element of a speaker's page.</summary>
    public Html OfSpeaker(string name) =>
        Script(
            new JsonObject
            {
                ["@type"] = "ProfilePage",
                ["url"] = site.Absolute(site.Speaker(name)),
                ["mainEntity"] = Person(name),
            }
        );

    /// <summary>The script element of the first page.</summary>
    public Html OfSite() =>
        Script(
            new JsonObject
            {
                ["@type"] = "WebSite",
                ["name"] = site.Title,
                ["url"] = site.Absolute(site.Home),
            }
        );

    private static Html Script(JsonObject about)
    {
        about.Insert(0, "@context", "https://schema.org");
        return Html.Of($"""<script type="application/ld+json">{Html.Trusted(about.ToJsonString(Json))}</script>""");
    }

    private JsonObject Event(Talk talk)
    {
        var about = Common(talk, "Event");
        Add(about, "description", talk.Abstract);
        Add(about, "startDate", talk.Date?.ToString());
        AddAll(about, "performer", talk.Speakers.Where(SpeakerName.IsSomebody).Select(Person));
        if (!string.IsNullOrEmpty(talk.Event))
            about["superEvent"] = new JsonObject { ["@type"] = "Event", ["name"] = Visible(talk.Event) };
        return about;
    }

    private JsonObject Article(Interview interview)
    {
        var about = Common(interview, "Article");
        about["headline"] = Visible(interview.Title);
        Add(about, "description", interview.Intro);
        Add(about, "datePublished", interview.Date?.ToString());
        AddAll(about, "author", interview.Speakers.Where(SpeakerName.IsSomebody).Select(Person));
        AddAll(about, "hasPart", interview.Passages.Select(passage => Question(interview, passage)));
        return about;
    }

    private JsonObject Common(Record record, string type)
    {
        var about = new JsonObject
        {
            ["@type"] = type,
            ["name"] = Visible(record.Title),
            ["url"] = site.Absolute(site.Document(record.Id)),
        };
        Add(about, "inLanguage", record.Language);
        if (WebLink.IsWeb(record.Url))
            about["sameAs"] = record.Url;
        AddAll(about, "about", record.Topics.Select(topic => Thing("Thing", topic)));
        return about;
    }

    private JsonObject Question(Interview interview, Passage passage)
    {
        var address = $"{site.Absolute(site.Document(interview.Id))}#{QuestionAnchor.Of(passage)}";
        return new JsonObject
        {
            ["@type"] = "Question",
            ["name"] = Visible(passage.Question),
            ["url"] = address,
            ["acceptedAnswer"] = new JsonObject
            {
                ["@type"] = "Answer",
                ["text"] = Visible(passage.Answer),
                ["url"] = address,
            },
        };
    }

    private JsonObject Person(string name)
    {
        var person = Thing("Person", name);
        person["url"] = site.Absolute(site.Speaker(name));
        return person;
    }

    private static JsonObject Thing(string type, string name) => new() { ["@type"] = type, ["name"] = Visible(name) };

    private static void Add(JsonObject about, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            about[name] = Visible(value);
    }

    private static void AddAll(JsonObject about, string name, IEnumerable<JsonObject> values)
    {
        var array = new JsonArray([.. values]);
        if (array.Count > 0)
            about[name] = array;
    }

    // Halves of surrogate pairs, which the writer refuses, become U+FFFD.
    private static string Visible(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
