using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Search.Engine.Documents;
using Search.Engine.Querying;
using Search.Service.Problems;

namespace Search.Service.Parameters;

/// <summary>A parameter that takes any text.</summary>
internal sealed class TextParameter(string name, string description) : Parameter<string>(name, description)
{
    public override string Allowed => "text";

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String };

    protected internal override bool TryRead(string text, ParameterReading reading, out string value)
    {
        value = text;
        return true;
    }
}

/// <summary>A parameter that takes a whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
internal sealed class NumberParameter(string name, string description, int least, int most, int standard)
    : Parameter<int>(name, description)
{
    /// <summary>The code of a fault when the number is too large.</summary>
    public ProblemCode CodeAboveMost { get; init; } = ProblemCode.InvalidParameter;

    public override string Allowed => $"a whole number from {least} to {most}";

    public override OpenApiSchema Schema =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = $"{least}",
            Maximum = $"{most}",
            Default = standard,
        };

    public int Read(ParameterReading reading) => Read(reading, standard);

    public override bool Takes(JsonTokenType json) => json == JsonTokenType.Number;

    protected internal override bool TryRead(string text, ParameterReading reading, out int value)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (isNumber && value >= least && value <= most)
            return true;
        var isAbove = isNumber ? value > most : text.All(char.IsAsciiDigit);
        var code = isAbove ? CodeAboveMost : ProblemCode.InvalidParameter;
        reading.Fault(Name, $"{Name} must be {Allowed}, not \"{Clip(text)}\".", code);
        return false;
    }
}

/// <summary>A parameter that takes <c>true</c> or <c>false</c>.</summary>
internal sealed class FlagParameter(string name, string description) : Parameter<bool>(name, description)
{
    /// <summary>Set while <c>true</c> is not available yet.</summary>
    public bool Later { get; init; }

    public override string Allowed => "true or false";

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.Boolean, Default = false };

    public override bool Takes(JsonTokenType json) => json is JsonTokenType.True or JsonTokenType.False;

    protected internal override bool TryRead(string text, ParameterReading reading, out bool value)
    {
        if (!bool.TryParse(text, out value))
        {
            FaultValue(reading, text);
            return false;
        }
        if (value && Later)
            reading.Fault(Name, $"{Name}=true is not available yet.");
        return true;
    }
}

/// <summary>A parameter that takes a year, a month or a day.</summary>
internal sealed class DateParameter(string name, string description) : Parameter<PartialDate?>(name, description)
{
    public override string Allowed => "a year, a month or a day such as 2024, 2024-03 or 2024-03-05";

    public override OpenApiSchema Schema =>
        new() { Type = JsonSchemaType.String, Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" };

    protected internal override bool TryRead(string text, ParameterReading reading, out PartialDate? value)
    {
        var isDate = PartialDate.TryParse(text, out var date);
        value = date;
        if (!isDate)
            FaultValue(reading, text);
        return isDate;
    }
}

/// <summary>A parameter that takes a year or a range of years.</summary>
internal sealed class YearParameter(string name, string description) : Parameter<YearRange>(name, description)
{
    public override string Allowed => "a year or a range such as 2017, 2017..2019, 2017.. or ..2019";

    public override OpenApiSchema Schema =>
        new()
        {
            Type = JsonSchemaType.String,
            Pattern = @"^[0-9]{1,4}$|^[0-9]{1,4}\.\.([0-9]{1,4})?$|^\.\.[0-9]{1,4}$",
        };

    public override bool Takes(JsonTokenType json) => json is JsonTokenType.String or JsonTokenType.Number;

    protected internal override bool TryRead(string text, ParameterReading reading, out YearRange value)
    {
        if (YearRange.TryParse(text, out value))
            return true;
        FaultValue(reading, text);
        return false;
    }
}

/// <summary>A parameter that takes a language tag.</summary>
internal sealed partial class LanguageParameter(string name, string description) : Parameter<string>(name, description)
{
    public override string Allowed => "a language tag such as en, eng or pt-BR";

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String, Pattern = TagPattern };

    protected internal override bool TryRead(string text, ParameterReading reading, out string value)
    {
        value = text;
        if (Tag().IsMatch(text))
            return true;
        FaultValue(reading, text);
        return false;
    }

    private const string TagPattern = "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$";

    [GeneratedRegex(TagPattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
