using Search.Engine.Cleaning;

namespace Search.Engine.Checking;

/// <summary>All rules. A new one is a class beside this file and a line here.</summary>
public static class SourceRules
{
    /// <summary>The code of what cannot be read to its end.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The code of a record that would be refused.</summary>
    public const string Refused = "refused";

    /// <summary>The code of an answer without a question, which keeps a record out or is left without a heading.</summary>
    public const string AnswerWithoutQuestion = "answer_without_question";

    /// <summary>The code of what an importer remarked.</summary>
    public const string Note = "note";

    /// <summary>Every code with what it stands for, in the order of the documentation.</summary>
    public static IReadOnlyList<(string Code, string Summary)> All { get; } =
    [
        (Unreadable, "a file, or its rest, cannot be read"),
        (Refused, "a record that would be refused"),
        (Note, "what the importer of the format found odd"),
        .. Create(TimeProvider.System).Select(rule => (rule.Code, rule.Summary)),
    ];

    /// <summary>New rules, for one check.</summary>
    /// <param name="clock">By which dates lie in the future.</param>
    internal static IReadOnlyList<SourceRule> Create(TimeProvider clock) =>
        [
            new MissingAbstract(),
            new PlaceholderAbstract(),
            new BoilerplateAbstract(),
            new Duplicates(),
            new NearDuplicates(),
            new SameTitle(),
            new SpeakerSpelling(),
            new EmptyQuestions(),
            new UnansweredQuestions(),
            new DeadAnchors(),
            new SuspiciousDates(clock),
            new LanguageMismatch(),
            new DamagedText(
                "mojibake",
                "text that was decoded wrongly, or lost characters",
                TextFaultKind.WronglyDecoded,
                TextFaultKind.LostCharacter
            ),
            new DamagedText("control_character", "characters that nobody can see", TextFaultKind.ControlCharacter),
            new DamagedText("encoded_twice", "entities that were encoded twice", TextFaultKind.EncodedTwice),
        ];
}
