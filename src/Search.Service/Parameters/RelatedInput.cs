using Search.Engine.Relating;
using Search.Engine.Searching;
using Search.Service.Problems;
using static Search.Service.Parameters.RelatedParameters;

namespace Search.Service.Parameters;

/// <summary>What a request for related works asks for.</summary>
/// <param name="Request">For the engine; with defaults where <paramref name="Faults"/> has something.</param>
/// <param name="Faults">What keeps it from being answered.</param>
/// <param name="Warnings">What was ignored.</param>
internal sealed record RelatedInput(
    RelatedRequest Request,
    IReadOnlyList<ParameterFault> Faults,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>The same for two requests that are answered alike.</summary>
    public string Identity
    {
        get
        {
            var asked = new SearchRequest { Filter = Request.Filter, SnippetWords = Request.SnippetWords };
            return string.Join(
                '\n',
                [
                    SearchAddress.Of(asked),
                    $"{Request.Filter.Scope}",
                    $"{Request.Limit}",
                    $"{Request.Target}",
                    .. Warnings,
                ]
            );
        }
    }

    /// <summary>Reads a request for works that are like a record or a passage.</summary>
    public static RelatedInput ToStored(string id, ParameterValues values) =>
        Read(new ParameterReading(values), _ => new StoredTarget(id), ToRecord);

    /// <summary>Reads a request for works that are like a pasted text.</summary>
    public static RelatedInput ToPasted(ParameterValues values) =>
        Read(
            new ParameterReading(values),
            reading => new PastedTarget(Text.Read(reading), Title.Read(reading)),
            RelatedParameters.ToText
        );

    private static RelatedInput Read(
        ParameterReading reading,
        Func<ParameterReading, RelatedTarget> target,
        IReadOnlyList<Parameter> known
    )
    {
        var request = new RelatedRequest(target(reading))
        {
            Limit = Limit.Read(reading),
            Filter = SearchInputReader.ReadFilter(reading),
            SnippetWords = SearchParameters.SnippetWords.Read(reading),
        };
        SearchInputReader.WarnOfUnknown(reading, known);
        return new RelatedInput(request, reading.Faults, reading.Warnings);
    }
}
