namespace EventOps.Dashboard.Tests.Scans;

/// <summary>The text of an answer is in the operator's language, and its times are the city's.</summary>
public sealed class LanguageTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    [Theory]
    [InlineData("en", "Doors open at 08:30.")]
    [InlineData("fr", "Les portes ouvrent à 08:30.")]
    [InlineData("es", "Las puertas abren a las 08:30.")]
    [InlineData("fr-CA, en;q=0.5", "Les portes ouvrent à 08:30.")]
    [InlineData("en;q=0.2, es-MX;q=0.9", "Las puertas abren a las 08:30.")]
    [InlineData("de, fr;q=0.5, en;q=0.3", "Les portes ouvrent à 08:30.")]
    [InlineData("de", "Doors open at 08:30.")]
    [InlineData("fil", "Doors open at 08:30.")]
    [InlineData("*", "Doors open at 08:30.")]
    [InlineData("", "Doors open at 08:30.")]
    [InlineData(";;,q=x", "Doors open at 08:30.")]
    public async Task It_is_the_one_that_is_wanted_most_of_those_that_there_are(string wanted, string expected)
    {
        var mission = await installation.SmallMissionAsync();
        installation.Clock.Now = SetClock.Nine.AddHours(-1);

        var answer = await mission.ScanAsync(new Scan("CODE-ANA", Doors.Opening), language: wanted);

        answer.ShouldSay("refused too-early");
        ((string?)answer.Body["text"]).ShouldBe(expected);
    }

    [Fact]
    public async Task A_repeat_is_told_in_the_language_of_the_one_who_repeats_it()
    {
        var mission = await installation.SmallMissionAsync();
        var scan = new Scan("CODE-ANA", Doors.Opening);

        ((string?)(await mission.ScanAsync(scan, language: "en")).Body["text"]).ShouldBe("Welcome.");
        ((string?)(await mission.ScanAsync(scan, language: "fr")).Body["text"]).ShouldBe("Bienvenue.");
        ((string?)(await mission.ScanAsync(scan, language: "es")).Body["text"]).ShouldBe("Adelante, pase.");
    }
}
