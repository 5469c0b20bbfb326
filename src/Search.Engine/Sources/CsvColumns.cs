using System.Text;

namespace Search.Engine.Sources;

/// <summary>What a column holds.</summary>
internal enum CsvField
{
    Id,
    Kind,
    Title,
    Abstract,
    Intro,
    Speakers,
    FirstName,
    LastName,
    Topics,
    Event,
    Date,
    Language,
    Url,
    Question,
    Answer,
    State,
}

/// <summary>Which column of a table holds what, by its heading.</summary>
internal sealed class CsvColumns
{
    // Headings without case, accents apart, and without anything but letters and digits.
    private static readonly Dictionary<string, CsvField> Names = Known(
        (
            CsvField.Id,
            "id key identifier code sessionid talkid submissionid proposalid eventid recordid interviewid uid slug guid nummer"
        ),
        (CsvField.Kind, "kind recordtype recordkind"),
        (
            CsvField.Title,
            "title talktitle sessiontitle proposaltitle presentationtitle talk session presentation lecture headline subject "
                + "titel vortrag thema titre titulo título titolo tytuł naslov názov název tittel otsikko vortragstitel talkname sessionname "
                + "presentationname interviewtitle interview submissiontitle papertitle"
        ),
        (
            CsvField.Abstract,
            "abstract description summary desc text body content details detail subtitle shortdescription longdescription "
                + "talkabstract talkdescription sessiondescription sessionabstract proposalabstract elevatorpitch outline synopsis "
                + "beschreibung kurzbeschreibung zusammenfassung inhalt untertitel résumé resume descripción descripcion descrizione "
                + "descrição descricao opis popis beskrivelse beskrivning omschrijving kuvaus notes publicdescription"
        ),
        (CsvField.Intro, "intro introduction lead teaser einleitung"),
        (
            CsvField.Speakers,
            "speaker speakers speakername speakernames speakersname presenter presenters presentername presentedby author authors "
                + "person persons people host hosts guest guests interviewee interviewees panelist panelists owner fullname "
                + "referent referenten referentin redner sprecher vortragende vortragender intervenant intervenants orateur orateurs "
                + "ponente ponentes orador oradores palestrante palestrantes relatore relatori prelegent spreker sprekers speakerfullname "
                + "speaker1 speaker2 speaker3 speaker4 cospeaker cospeakers copresenter copresenters"
        ),
        (CsvField.FirstName, "firstname vorname prénom prenom nombre givenname speakerfirstname"),
        (CsvField.LastName, "lastname surname nachname familyname apellido apellidos speakerlastname"),
        (
            CsvField.Topics,
            "topic topics tag tags track tracks category categories keyword keywords theme themes subjects stream area "
                + "themen schlagworte schlagwörter stichworte kategorie mots motsclés thèmes categoría categorías etiquetas temas"
        ),
        (
            CsvField.Event,
            "event conference eventname conferencename series meetup edition konferenz veranstaltung conférence conferencia "
                + "evento événement"
        ),
        (
            CsvField.Date,
            "date day start starts startsat startdate starttime startdatetime scheduledat scheduled when datetime published "
                + "publishedat publicationdate recorded recordedat year time begin datum tag1 beginn jahr fecha data jour année "
                + "startdatum año ano anno dato"
        ),
        (CsvField.Language, "language lang locale sprache langue idioma lingua língua taal språk language1"),
        (
            CsvField.Url,
            "url link website web permalink videourl video videolink recording recordingurl href sessionurl talkurl page "
                + "publicurl youtube youtubeurl adresse lien enlace"
        ),
        (CsvField.Question, "question questions q frage pregunta domanda pergunta vraag"),
        (CsvField.Answer, "answer answers a antwort respuesta réponse reponse risposta resposta antwoord"),
        (CsvField.State, "state status acceptance")
    );

    private readonly Dictionary<CsvField, List<int>> _columns = [];

    private CsvColumns() { }

    /// <summary>How many columns are understood.</summary>
    public int Count => _columns.Values.Sum(columns => columns.Count);

    /// <summary>The columns of a heading row. A "name" is a person beside a title, and the title where there is none.</summary>
    public static CsvColumns Of(IReadOnlyList<string> headings)
    {
        var columns = new CsvColumns();
        for (var index = 0; index < headings.Count; index++)
        {
            if (Names.TryGetValue(Bare(headings[index]), out var field))
                columns.Add(field, index);
        }
        for (var index = 0; index < headings.Count; index++)
        {
            if (Bare(headings[index]) is "name" or "names")
                columns.Add(columns.Has(CsvField.Title) ? CsvField.Speakers : CsvField.Title, index);
            else if (Bare(headings[index]) == "type" && !columns.Has(CsvField.Kind))
                columns.Add(CsvField.Kind, index);
        }
        return columns;
    }

    public bool Has(CsvField field) => _columns.ContainsKey(field);

    /// <summary>The cells of a field that hold something, in the order of the columns.</summary>
    public IEnumerable<string> All(CsvField field, IReadOnlyList<string> cells) =>
        _columns.TryGetValue(field, out var columns)
            ? columns.Where(column => column < cells.Count && cells[column].Length > 0).Select(column => cells[column])
            : [];

    public string? First(CsvField field, IReadOnlyList<string> cells) => All(field, cells).FirstOrDefault();

    private void Add(CsvField field, int index)
    {
        if (!_columns.TryGetValue(field, out var columns))
            _columns[field] = columns = [];
        columns.Add(index);
    }

    private static string Bare(string heading)
    {
        var bare = new StringBuilder();
        foreach (var unit in heading.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(unit))
                bare.Append(char.ToLowerInvariant(unit));
            // "Start (date)" and "Title [public]" say the same as without what is in brackets, mostly.
            else if (unit is '(' or '[' && bare.Length > 3)
                break;
        }
        return bare.ToString();
    }

    private static Dictionary<string, CsvField> Known(params (CsvField Field, string Names)[] fields)
    {
        var known = new Dictionary<string, CsvField>(StringComparer.Ordinal);
        foreach (var (field, names) in fields)
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                known.TryAdd(name, field);
        }
        return known;
    }
}
