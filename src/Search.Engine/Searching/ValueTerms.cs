using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Searching;

/// <summary>
/// Values that are asked for to the terms that stand for them: a value that a record has just so means just that; else case
/// and accents are ignored.
/// </summary>
internal sealed class ValueTerms(IndexReader reader)
{
    private readonly Dictionary<(ValueField, string), Term> known = [];

    /// <summary>The field that holds whole values.</summary>
    public static ValueField FieldOf(FilterField field) =>
        field switch
        {
            FilterField.Topic => IndexFields.Topic,
            FilterField.Speaker => IndexFields.Speaker,
            FilterField.Event => IndexFields.Event,
            FilterField.Language => IndexFields.Language,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "The field has no values of text."),
        };

    /// <summary>The value as records would have it: without white space around it, a language by its code.</summary>
    public static string Normalise(ValueField field, string value)
    {
        var trimmed = value.Trim();
        return field == IndexFields.Language ? LanguageCode.Normalise(trimmed) ?? trimmed : trimmed;
    }

    /// <summary>The term that documents with the value have.</summary>
    public Term Of(ValueField field, string value)
    {
        if (known.TryGetValue((field, value), out var term))
            return term;
        return known[(field, value)] = Find(field, Normalise(field, value));
    }

    private Term Find(ValueField field, string value)
    {
        var exact = new Term(field.Exact, RecordBlock.Term(value));
        return Stands(exact) ? exact : new Term(field.Folded, RecordBlock.Term(FoldedText.Of(value)));
    }

    // The frequency of a term would count deleted records too, for as long as their segment is not merged.
    private bool Stands(Term term) =>
        reader.Leaves.Any(leaf =>
            leaf.AtomicReader.GetTermDocsEnum(term) is { } live && live.NextDoc() != DocIdSetIterator.NO_MORE_DOCS
        );
}
