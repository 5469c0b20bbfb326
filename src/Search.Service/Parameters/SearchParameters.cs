using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Engine.Searching;
using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>The parameters of <c>/v1/search</c>, in the order in which they are documented.</summary>
internal static class SearchParameters
{
    public static readonly QueryParameter Query = new(
        "q",
        "What to look for, as typed into a search box: words, \"a phrase\", -word, +word, a | b, (…), prefix*, word~1, and "
            + "title:, speaker:, topic:, event:, kind:, year:2017..2019. No text is an error; what is not understood is "
            + "searched as words and said in warnings. Empty finds everything, newest first."
    )
    {
        Example = "consensus protocols",
    };

    public static readonly ChoiceParameter<QuerySyntax> Syntax = new(
        "syntax",
        "How q is read: as people type, or in Lucene's own query language (classic query parser syntax: AND, OR, NOT, +, -, "
            + "(…), \"a phrase\"~2, wor*d, te?t, word~1, word^2, year:[2017 TO 2019]) with the fields "
            + $"{string.Join(", ", LuceneSyntax.FieldNames)}; a mistake in it is answered with invalid_query and its place.",
        ("simple", QuerySyntax.Simple),
        ("lucene", QuerySyntax.Lucene)
    );

    public static readonly NumberParameter Page = new(
        "page",
        "The page, from 1. A page behind the last one is empty. page times hitsPerPage is at most 10,000.",
        least: 1,
        most: SearchLimits.MaxDepth,
        standard: 1
    )
    {
        CodeAboveMost = ProblemCode.PageTooDeep,
    };

    public static readonly NumberParameter HitsPerPage = new(
        "hitsPerPage",
        "How many hits a page has.",
        least: 1,
        most: SearchLimits.MaxHitsPerPage,
        standard: 10
    );

    public static readonly ListParameter<RecordKind> Kinds = new(
        new ChoiceParameter<RecordKind>(
            "kind",
            "Only records of this kind.",
            ("talk", RecordKind.Talk),
            ("interview", RecordKind.Interview)
        )
    );

    public static readonly ListParameter<string> Topics = new(
        new TextParameter("topic", "Only records with this topic.")
    );

    public static readonly ListParameter<string> Speakers = new(
        new TextParameter("speaker", "Only records of this speaker, by the whole name.")
    );

    public static readonly ListParameter<string> Events = new(
        new TextParameter("event", "Only records of this event.")
    );

    public static readonly ListParameter<string> Languages = new(
        new LanguageParameter("language", "Only records in this language; en and eng are one.")
    );

    public static readonly ListParameter<Engine.Querying.YearRange> Years = new(
        new YearParameter("year", "Only records of this year or these years.") { Example = "2017..2019" }
    );

    public static readonly DateParameter From = new("from", "Only records of this day or later.")
    {
        Example = "2024-03",
    };

    public static readonly DateParameter To = new(
        "to",
        "Only records of this day or earlier; a month or a year means its last day."
    )
    {
        Example = "2024-12-31",
    };

    public static readonly FilterParameter Filter = new(
        "filter",
        "Only records for which an expression holds: conditions such as kind = interview, topic IN [\"A\", \"B\"], "
            + "speaker != \"X\", year >= 2014, date 2014-03 TO 2016, event EXISTS, joined by AND, OR, NOT and brackets. A "
            + "mistake is answered with its position and what is expected there. Every facet respects the expression."
    )
    {
        Example = "kind = interview AND year >= 2014 AND NOT topic IN [\"Keynote\", \"Panel\"]",
    };

    public static readonly ChoiceParameter<SortOrder> Sort = new(
        "sort",
        "The order of hits. Ties fall to date (newer first), then id.",
        ("relevance", SortOrder.Relevance),
        ("date:desc", SortOrder.DateDescending),
        ("date:asc", SortOrder.DateAscending),
        ("title:asc", SortOrder.TitleAscending)
    );

    public static readonly ListParameter<FacetField> Facets = new(
        new ChoiceParameter<FacetField>(
            "facets",
            "Names of facets to count, each value or several with commas between. A facet lists the values of its field with "
                + "the number of hits that each would leave if it were the only one selected in the field; what the field's own "
                + "parameter selects is listed in any case.",
            [.. Enum.GetValues<FacetField>().Select(field => (FacetNames.Of(field), field))]
        )
    )
    {
        TakesCommas = true,
        Example = "topic",
    };

    public static readonly ChoiceParameter<HitGroup> Group = new(
        "group",
        "What a hit is: a work (a talk and the interview about it together), a record, or a talk or passage.",
        ("work", HitGroup.Work),
        ("record", HitGroup.Record),
        ("passage", HitGroup.Passage)
    );

    public static readonly ChoiceParameter<MatchMode> Match = new(
        "match",
        "How many of the words a record needs: those that carry enough of the meaning, all, or any.",
        ("auto", MatchMode.Auto),
        ("all", MatchMode.All),
        ("any", MatchMode.Any)
    );

    public static readonly ChoiceParameter<bool> Typo = new(
        "typo",
        "Whether a word that stands nowhere is read as the word it was probably meant to be; interpreted.corrected says so.",
        ("auto", true),
        ("off", false)
    );

    public static readonly ChoiceParameter<bool> Ranking = new("ranking", "How hits are ranked.", ("lexical", false))
    {
        Later = ["hybrid", "auto"],
    };

    public static readonly NumberParameter SnippetWords = new(
        "snippetWords",
        "About how many words a snippet has.",
        least: 5,
        most: 200,
        standard: 30
    );

    public static readonly FlagParameter Explain = new(
        "explain",
        "Says how each score came about: named parts that add up to it, and one sentence."
    );

    /// <summary>What a record must be.</summary>
    public static IReadOnlyList<Parameter> OfFilter { get; } =
    [Kinds, Topics, Speakers, Events, Languages, Years, From, To, Filter];

    public static IReadOnlyList<Parameter> All { get; } =
    [Query, Syntax, Page, HitsPerPage, .. OfFilter, Sort, Facets, Group, Match, Typo, Ranking, SnippetWords, Explain];

    /// <summary>The parameters of <c>/v1/answers</c>: each hit is a passage there.</summary>
    public static IReadOnlyList<Parameter> OfAnswers { get; } = [.. All.Where(parameter => parameter != Group)];
}
