using System.IO.Hashing;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace Search.Engine.Indexing;

/// <summary>A record as the documents that stand for it in the index: the head first, then its passages.</summary>
internal static class RecordBlock
{
    /// <summary>The term by which the whole block is replaced or deleted.</summary>
    public static Term TermOf(string recordId) => new(IndexFields.Record, recordId);

    /// <summary>By this it is told whether a record has changed.</summary>
    public static long HashOf(Record record) => HashOf(RecordJson.Write(record));

    /// <summary>The same of a record that was written already.</summary>
    public static long HashOf(ReadOnlySpan<byte> json) => unchecked((long)XxHash3.HashToUInt64(json));

    /// <summary>The documents of one record; it belongs to no work but its own until works are resolved.</summary>
    public static IReadOnlyList<LuceneDocument> Build(Record record, string source, long hash)
    {
        var head = Start(record, source, part: 0);
        AddHeadFields(head, record, source, hash);
        if (record is not Interview interview)
            return [head];
        return
        [
            head,
            .. interview.Passages.Select((passage, index) => BuildPassage(interview, passage, index + 1, source)),
        ];
    }

    private static LuceneDocument BuildPassage(Interview interview, Passage passage, int part, string source)
    {
        var document = Start(interview, source, part);
        AddWords(document, interview, [passage.Question, interview.Title], [passage.Answer]);
        document.Add(new BinaryDocValuesField(IndexFields.Stored, new BytesRef(StoredForm.WritePassage(passage))));
        return document;
    }

    private static LuceneDocument Start(Record record, string source, int part)
    {
        var document = new LuceneDocument
        {
            new StringField(IndexFields.Record, record.Id, Field.Store.NO),
            new StringField(IndexFields.Source, source, Field.Store.NO),
            new NumericDocValuesField(IndexFields.Part, part),
            new NumericDocValuesField(IndexFields.Kind, (long)record.Kind),
            new NumericDocValuesField(IndexFields.Date, record.Date?.FirstDay ?? 0),
            new NumericDocValuesField(IndexFields.Work, 0),
        };
        AddValues(document, IndexFields.Topic, record.Topics);
        AddValues(document, IndexFields.Speaker, record.Speakers);
        AddValues(document, IndexFields.Event, record.Event is null ? [] : [record.Event]);
        AddValues(document, IndexFields.Language, record.Language is null ? [] : [record.Language]);
        return document;
    }

    private static void AddHeadFields(LuceneDocument head, Record record, string source, long hash)
    {
        var text = record is Talk talk ? talk.Abstract : ((Interview)record).Intro;
        AddWords(head, record, [record.Title], text is null ? [] : [text]);
        head.Add(new BinaryDocValuesField(IndexFields.Id, new BytesRef(record.Id)));
        head.Add(new BinaryDocValuesField(IndexFields.Stored, new BytesRef(StoredForm.WriteHead(record))));
        head.Add(new NumericDocValuesField(IndexFields.Hash, hash));
        head.Add(new BinaryDocValuesField(IndexFields.Source, new BytesRef(source)));
        head.Add(new StringField(IndexFields.TitleKey, WorkKeys.TitleHash(record.Title), Field.Store.NO));
        head.Add(new SortedDocValuesField(IndexFields.TitleOrder, new BytesRef(Term(WorkKeys.OfTitle(record.Title)))));
        if (record is Interview { TalkId: { } talkId })
            head.Add(new StringField(IndexFields.TalkId, talkId, Field.Store.NO));
    }

    private static void AddWords(
        LuceneDocument document,
        Record record,
        IReadOnlyList<string> titles,
        IReadOnlyList<string> texts
    )
    {
        var title = string.Join(PartGapFilter.Separator, titles);
        string[] parts = [title, .. texts, .. record.Speakers, .. record.Topics];
        var all = string.Join(PartGapFilter.Separator, parts);
        document.Add(new TextField(IndexFields.All, all, Field.Store.NO));
        document.Add(new TextField(IndexFields.AllExact, all, Field.Store.NO));
        document.Add(new TextField(IndexFields.Title, title, Field.Store.NO));
        document.Add(new TextField(IndexFields.TitleExact, title, Field.Store.NO));
        AddWords(document, IndexFields.SpeakerWords, record.Speakers);
        AddWords(document, IndexFields.TopicWords, record.Topics);
        AddWords(document, IndexFields.EventWords, record.Event is null ? [] : [record.Event]);
    }

    private static void AddWords(LuceneDocument document, string field, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            document.Add(new TextField(field, string.Join(PartGapFilter.Separator, values), Field.Store.NO));
    }

    private static void AddValues(LuceneDocument document, ValueField field, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            document.Add(new StringField(field.Exact, Term(value), Field.Store.NO));
            document.Add(new StringField(field.Folded, Term(FoldedText.Of(value)), Field.Store.NO));
        }
    }

    /// <summary>The longest text that a term can hold for certain: Lucene refuses terms over 32,766 bytes.</summary>
    internal static string Term(string text) => text.Length <= MaxTermLength ? text : text[..MaxTermLength];

    private const int MaxTermLength = 8_000;
}
