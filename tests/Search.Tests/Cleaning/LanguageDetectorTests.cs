using Search.Engine.Cleaning;

namespace Search.Tests.Cleaning;

public sealed class LanguageDetectorTests
{
    private const string English =
        "In this talk we will look at how the team moved its databases to a new data centre, what went wrong on the way, "
        + "and why we would do it again.";

    private const string Korean =
        "이 발표에서는 Python 웹 서버를 비동기로 바꾸면서 배운 것들을 소개합니다. 성능과 유지보수에 대해 이야기합니다.";

    [Theory]
    [InlineData(English, "en")]
    [InlineData(Korean, "ko")]
    [InlineData(
        "In diesem Vortrag zeigen wir, wie wir das Rechenzentrum umgezogen haben und was dabei nicht ging.",
        "de"
    )]
    [InlineData("Dans cette présentation nous verrons comment les équipes ont migré leurs données sans coupure.", "fr")]
    [InlineData("En esta charla veremos cómo se puede migrar una base de datos sin que nadie lo note.", "es")]
    [InlineData("In questo intervento vediamo come si può migrare un database senza che nessuno se ne accorga.", "it")]
    [InlineData(
        "Nesta palestra vamos ver como se pode migrar um banco de dados sem que ninguém perceba, e o que não fazer.",
        "pt"
    )]
    [InlineData("In deze lezing laten we zien hoe je een database kunt verhuizen en wat er dan niet goed gaat.", "nl")]
    [InlineData("W tej prezentacji pokażę, jak można przenieść bazę danych i co się przy tym nie udało.", "pl")]
    [InlineData("V této přednášce si ukážeme, jak se dá přesunout databáze a co při tom může být špatně.", "cs")]
    [InlineData("В этом докладе я расскажу, как мы перенесли базу данных и что при этом пошло не так.", "ru")]
    [InlineData("У цій доповіді я розповім, як ми перенесли базу даних і що при цьому пішло не так.", "uk")]
    [InlineData("この発表ではデータベースの移行について話します。", "ja")]
    [InlineData("这次演讲介绍我们如何迁移数据库", "zh")]
    [InlineData("Σε αυτή την ομιλία", "el")]
    [InlineData("בהרצאה זו נראה", "he")]
    [InlineData("في هذه المحاضرة سنرى", "ar")]
    public void The_text_tells_its_language(string text, string language) =>
        Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Kubernetes 101")]
    [InlineData("https://the.example/and/of/the/in")]
    [InlineData("12345 !!!")]
    public void Where_nothing_tells_it_there_is_none(string? text) => Assert.Null(LanguageDetector.Detect(text));

    [Fact]
    public void An_abstract_in_English_that_is_labelled_Korean_is_English() =>
        Assert.Equal("en", LanguageDetector.Resolve("kor", English));

    [Fact]
    public void A_label_that_fits_stays() => Assert.Equal("ko", LanguageDetector.Resolve("kor", Korean));

    [Theory]
    [InlineData(
        "nb",
        "I dette foredraget skal vi se på hvordan man kan flytte en database og hva som ikke gikk så bra for oss da vi gjorde det."
    )]
    [InlineData("ko", "Django at scale")]
    [InlineData("eo", "La datumbazo")]
    public void A_label_is_overruled_only_where_there_is_no_doubt(string label, string text) =>
        Assert.Equal(label, LanguageDetector.Resolve(label, text));

    [Fact]
    public void A_missing_label_is_no_contradiction() => Assert.Null(LanguageDetector.Contradicting(null, English));
}
