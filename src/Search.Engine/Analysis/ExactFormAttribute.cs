using Lucene.Net.Util;

namespace Search.Engine.Analysis;

/// <summary>Carries a token's unstemmed form past the stemmer.</summary>
internal interface IExactFormAttribute : IAttribute
{
    /// <summary>The form before stemming.</summary>
    string Form { get; set; }
}

/// <inheritdoc cref="IExactFormAttribute"/>
internal sealed class ExactFormAttribute : Lucene.Net.Util.Attribute, IExactFormAttribute
{
    public string Form { get; set; } = "";

    public override void Clear() => Form = "";

    public override void CopyTo(IAttribute target) => ((IExactFormAttribute)target).Form = Form;
}
