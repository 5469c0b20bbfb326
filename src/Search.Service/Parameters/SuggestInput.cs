using Microsoft.Extensions.Options;
using Search.Engine.Searching;
using Search.Engine.Suggesting;
using Search.Service.Problems;
using Search.Service.Settings;

namespace Search.Service.Parameters;

/// <summary>What a request for suggestions asks for.</summary>
/// <param name="Request">For the engine; with defaults where <paramref name="Faults"/> has something.</param>
/// <param name="Faults">What keeps it from being answered.</param>
/// <param name="Warnings">What was dropped or ignored.</param>
internal sealed record SuggestInput(
    SuggestRequest Request,
    IReadOnlyList<ParameterFault> Faults,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>The same for two requests that are answered alike.</summary>
    public string Identity => string.Join('\n', [SearchAddress.Of(Fields), $"{Request.Filter.Scope}", .. Warnings]);

    private IEnumerable<AddressField> Fields =>
        [
            new(SuggestParameters.Query.Name, Request.Query),
            new(SuggestParameters.Limit.Name, $"{Request.Limit}"),
            .. SearchAddress.Fields(Request.Filter),
        ];
}

/// <summary>Turns parameters into a request for suggestions.</summary>
internal sealed class SuggestInputReader(IOptions<SearchSettings> settings)
{
    public SuggestInput Read(ParameterValues values)
    {
        var reading = new ParameterReading(values);
        var request = new SuggestRequest
        {
            Query = SuggestParameters.Query.Read(reading, QuerySyntax.Simple, settings.Value.Query),
            Limit = SuggestParameters.Limit.Read(reading),
            Filter = SearchInputReader.ReadFilter(reading),
        };
        SearchInputReader.WarnOfUnknown(reading, SuggestParameters.All);
        return new SuggestInput(request, reading.Faults, reading.Warnings);
    }
}
