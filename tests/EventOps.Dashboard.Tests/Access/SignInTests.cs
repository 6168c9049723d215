using System.Globalization;
using EventOps.Dashboard.Access;
using EventOps.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Dashboard.Tests.Access;

/// <summary>Names and passwords, and what a cookie is worth.</summary>
public sealed class SignInTests(SqliteInstallation installation) : IClassFixture<SqliteInstallation>
{
    private const string Password = "four words are enough";
    private const string AnotherPassword = "and four other words";
    private const string Viewer = """[{"mission":"*","role":"viewer"}]""";

    [Fact]
    public async Task The_right_name_and_password_open_and_me_says_who_it_is_and_what_they_may()
    {
        await PersonAsync("Ana Ruiz");
        var browser = Browser();

        var answer = await browser.SignInAsync("ana ruiz", Password);

        answer.ShouldHave("kind", "\"account\"").ShouldHave("id", "\"ana-ruiz\"").ShouldHave("name", "\"Ana Ruiz\"").ShouldHave("everywhere", "[]").ShouldHave("missions", """{"*":["board"]}""");
        (await browser.GetAsync("/api/access/me")).Body.ShouldBeJson(answer.Text);
        (await browser.GetAsync("/api/missions")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        await PersonAsync("Known");

        var wrong = await Browser().SignInAsync("Known", "not the password");
        var unknown = await Browser().SignInAsync("Unknown", "not the password");

        wrong.ShouldBeProblem(401, "wrong-password", "Wrong name or password");
        WithoutTrace(unknown).ShouldBe(WithoutTrace(wrong));
        wrong.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_not_looked_at_until_the_time_is_over()
    {
        var admin = await AdministratorAsync();
        await PersonAsync("Locked");
        for (var wrong = 1; wrong < LockRules.Free; wrong++)
            (await Browser().SignInAsync("Locked", "not the password")).ShouldBeProblem(401, "wrong-password", "Wrong name or password");

        ShouldBeLocked(await Browser().SignInAsync("Locked", "not the password"), seconds: 60);
        ShouldBeLocked(await Browser().SignInAsync("Locked", Password), seconds: 60);
        (await admin.GetAsync("/api/accounts")).Body.AsArray().Single(account => (string)account!["id"]! == "locked")!["lockedUntil"].ShouldBeJson("\"2026-02-16T15:01:00+00:00\"");
        installation.Clock.Now = SetClock.Nine.AddSeconds(59.5);
        ShouldBeLocked(await Browser().SignInAsync("Locked", Password), seconds: 1);
        installation.Clock.Now = SetClock.Nine.AddMinutes(1);
        (await Browser().SignInAsync("Locked", Password)).Status.ShouldBe(HttpStatusCode.OK);
        (await Browser().SignInAsync("Locked", "not the password")).ShouldBeProblem(401, "wrong-password", "Wrong name or password");
    }

    [Fact]
    public async Task A_wrong_password_after_the_lock_locks_for_twice_as_long()
    {
        await PersonAsync("Doubled");
        for (var wrong = 0; wrong < LockRules.Free; wrong++)
            await Browser().SignInAsync("Doubled", "not the password");
        installation.Clock.Now = SetClock.Nine.AddMinutes(1);

        ShouldBeLocked(await Browser().SignInAsync("Doubled", "not the password"), seconds: 120);
    }

    [Fact]
    public async Task Guesses_that_come_at_once_are_counted_one_after_the_other()
    {
        await PersonAsync("Besieged");

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(guess => Browser().SignInAsync("Besieged", $"not the password {guess}")));

        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(LockRules.Free - 1);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(24 - (LockRules.Free - 1));
        ShouldBeLocked(await Browser().SignInAsync("Besieged", Password), seconds: 60);
    }

    [Fact]
    public async Task A_stolen_cookie_of_a_disabled_account_is_dead_at_once_and_stays_so()
    {
        var admin = await AdministratorAsync();
        await PersonAsync("Dismissed");
        var browser = Browser();
        await browser.SignInAsync("Dismissed", Password);
        var thief = Browser();
        thief.Cookie = browser.Cookie;
        (await thief.GetAsync("/api/missions")).Status.ShouldBe(HttpStatusCode.OK);

        (await admin.PutAsync("/api/accounts/dismissed", """{"disabled":true}""")).ShouldHave("disabled", "true");

        (await thief.GetAsync("/api/missions")).ShouldBeProblem(401, "no-credentials", "Who is this?");
        (await Browser().SignInAsync("Dismissed", Password)).ShouldBeProblem(401, "wrong-password", "Wrong name or password");
        await admin.PutAsync("/api/accounts/dismissed", """{"disabled":false}""");
        (await thief.GetAsync("/api/missions")).ShouldBeProblem(401, "no-credentials", "Who is this?");
        (await Browser().SignInAsync("Dismissed", Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cookie_is_good_until_it_is_signed_out_and_for_twelve_hours_at_most()
    {
        await PersonAsync("Leaving");
        var (first, second) = (Browser(), Browser());
        await first.SignInAsync("Leaving", Password);
        await second.SignInAsync("Leaving", Password);
        var stolen = Browser();
        stolen.Cookie = first.Cookie;

        (await first.PostAsync("/api/access/sign-out", "{}")).ShouldHave("kind", "\"nobody\"");

        first.Cookie.ShouldBeNull();
        (await stolen.WhoAsync()).ShouldBe("");
        (await second.WhoAsync()).ShouldBe("leaving");
        installation.Clock.Now = SetClock.Nine.AddHours(12).AddSeconds(-1);
        (await second.WhoAsync()).ShouldBe("leaving");
        installation.Clock.Now = SetClock.Nine.AddHours(12);
        (await second.WhoAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_new_password_ends_every_other_sign_in_and_the_old_one_opens_no_more()
    {
        await PersonAsync("Careful");
        var (here, elsewhere) = (Browser(), Browser());
        await here.SignInAsync("Careful", Password);
        await elsewhere.SignInAsync("Careful", Password);
        var before = here.Cookie;

        (await here.PostAsync("/api/access/password", $$"""{"current":"{{Password}}","new":"{{AnotherPassword}}"}""")).ShouldHave("id", "\"careful\"");

        (await elsewhere.WhoAsync()).ShouldBe("");
        (await here.WhoAsync()).ShouldBe("careful");
        here.Cookie.ShouldNotBe(before);
        here.Cookie = before;
        (await here.WhoAsync()).ShouldBe("");
        (await Browser().SignInAsync("Careful", Password)).ShouldBeProblem(401, "wrong-password", "Wrong name or password");
        (await Browser().SignInAsync("Careful", AnotherPassword)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_it_and_wrong_ones_lock_there_too()
    {
        await PersonAsync("Watched");
        var browser = Browser();
        await browser.SignInAsync("Watched", Password);

        (await browser.PostAsync("/api/access/password", """{"current":"x","new":"short"}""")).ShouldBeMalformed(("new", "expected 12 to 128 characters; a few words make a good password"));
        for (var wrong = 1; wrong < LockRules.Free; wrong++)
            (await ChangeAsync("not the password")).ShouldBeProblem(401, "wrong-password", "Wrong name or password");
        ShouldBeLocked(await ChangeAsync("not the password"), seconds: 60);
        ShouldBeLocked(await ChangeAsync(Password), seconds: 60);

        Task<Answer> ChangeAsync(string current) => browser.PostAsync("/api/access/password", $$"""{"current":"{{current}}","new":"{{AnotherPassword}}"}""");
    }

    [Fact]
    public async Task A_reset_link_is_good_once_and_what_was_before_it_is_over_when_it_is_made()
    {
        var admin = await AdministratorAsync();
        await PersonAsync("Forgetful");
        var browser = Browser();
        await browser.SignInAsync("Forgetful", Password);

        var code = (string)(await admin.PostAsync("/api/accounts/forgetful/reset", "{}")).Body["code"]!;

        (await browser.WhoAsync()).ShouldBe("");
        (await Browser().SignInAsync("Forgetful", Password)).ShouldBeProblem(401, "wrong-password", "Wrong name or password");
        (await ResetAsync(code)).ShouldHave("id", "\"forgetful\"");
        (await ResetAsync(code)).ShouldBeProblem(403, "code-not-good", "This code is not good any more");
        (await Browser().SignInAsync("Forgetful", AnotherPassword)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_reset_link_is_good_for_a_day_for_its_account_alone_and_not_while_that_is_disabled()
    {
        var admin = await AdministratorAsync();
        await PersonAsync("Slow");
        await PersonAsync("Other");
        var code = (string)(await admin.PostAsync("/api/accounts/slow/reset", "{}")).Body["code"]!;

        (await ResetAsync(code.Replace("slow.", "other.", StringComparison.Ordinal))).ShouldBeProblem(403, "code-not-good", "This code is not good any more");
        await admin.PutAsync("/api/accounts/slow", """{"disabled":true}""");
        (await ResetAsync(code)).ShouldBeProblem(403, "code-not-good", "This code is not good any more");
        await admin.PutAsync("/api/accounts/slow", """{"disabled":false}""");
        installation.Clock.Now = SetClock.Nine.AddDays(1);
        (await ResetAsync(code)).ShouldBeProblem(403, "code-not-good", "This code is not good any more");
        installation.Clock.Now = SetClock.Nine.AddDays(1).AddSeconds(-1);
        (await ResetAsync(code)).ShouldHave("id", "\"slow\"");
    }

    [Fact]
    public async Task The_first_administrator_is_made_with_the_printed_code_once_and_not_while_there_is_one()
    {
        await using var dashboard = await FreshDashboard.StartAsync(time: installation.Clock);
        var code = dashboard.Services.GetRequiredService<SetUp>().Code;
        var browser = dashboard.Visitor();
        (await browser.GetAsync("/api/access/me")).ShouldHave("mustSetUp", "true");
        (await browser.GetAsync("/api/accounts")).ShouldBeProblem(401, "no-credentials", "Who is this?");
        (await SetUpAsync("guessed")).ShouldBeProblem(403, "code-not-good", "This code is not good any more");

        (await SetUpAsync(code)).ShouldHave("everywhere", """["audit","missions","accounts"]""").ShouldHave("mustSetUp", "false");

        (await browser.GetAsync("/api/accounts")).Status.ShouldBe(HttpStatusCode.OK);
        (await SetUpAsync(code)).ShouldBeProblem(403, "code-not-good", "This code is not good any more");
        (await Browser().PostAsync("/api/access/set-up", SetUpBody(installation.Services.GetRequiredService<SetUp>().Code))).ShouldBeProblem(403, "code-not-good", "This code is not good any more");

        Task<Answer> SetUpAsync(string given) => browser.PostAsync("/api/access/set-up", SetUpBody(given));
    }

    [Fact]
    public async Task Outside_the_demonstration_there_is_no_account_that_nobody_made()
    {
        await using var dashboard = await FreshDashboard.StartAsync();

        var me = (await dashboard.Visitor().GetAsync("/api/access/me")).ShouldHave("kind", "\"nobody\"");

        me.Body["demonstration"].ShouldBeNull();
        me.Headers.Contains("Set-Cookie").ShouldBeFalse();
        dashboard.Services.GetRequiredService<AccessBook>().Accounts.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_opens_the_demonstration_is_its_viewer_and_its_other_accounts_are_there_to_be_used()
    {
        await using var dashboard = await FreshDashboard.StartAsync(usual => usual with { Demonstration = "given" });
        await dashboard.Services.GetRequiredService<Visitors>().InviteAsync(new("demo"), isAlone: true);
        var browser = dashboard.Visitor();

        var me = (await browser.GetAsync("/api/access/me")).ShouldHave("id", "\"demo-viewer\"").ShouldHave("missions", """{"demo":["board"]}""");

        (await browser.WhoAsync()).ShouldBe("demo-viewer");
        me.Body["demonstration"]!.AsArray().Select(account => (string)account!["role"]!).ShouldBe(["viewer", "host", "floor", "supervisor", "administrator"]);
        foreach (var account in me.Body["demonstration"]!.AsArray())
            (await dashboard.Visitor().SignInAsync((string)account!["name"]!, (string)account["password"]!)).ShouldHave("id", account["name"]!.ToJsonString());
    }

    [Fact]
    public async Task The_cookie_is_not_for_scripts_not_for_other_sites_and_ends_with_the_sign_in()
    {
        await PersonAsync("Baker");
        var browser = Browser();

        await browser.SignInAsync("Baker", Password);

        browser.SetCookie!.Split("; ").Skip(1).ShouldBe(["expires=Tue, 17 Feb 2026 03:00:00 GMT", "path=/", "samesite=strict", "httponly"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_stored_opens_nothing()
    {
        await PersonAsync("Stored");
        var browser = Browser();
        await browser.SignInAsync("Stored", Password);
        var book = installation.Services.GetRequiredService<AccessBook>();

        var account = book.Accounts.Find("stored")!;
        var (id, signIn) = book.SignIns.All.Single(one => one.Value.Account == "stored" && one.Value.EndedAt is null && browser.Cookie!.Contains(one.Id, StringComparison.Ordinal));

        account.ToString().ShouldNotContain(Password);
        browser.Cookie!.ShouldNotContain(signIn.SecretHash);
        browser.Cookie = Credentials.OfSignIn(id, signIn.SecretHash);
        (await browser.WhoAsync()).ShouldBe("");
        (await Browser().SignInAsync("Stored", account.PasswordHash)).ShouldBeProblem(401, "wrong-password", "Wrong name or password");
    }

    private static string SetUpBody(string code) => $$"""{"code":"{{code}}","name":"First","password":"{{Password}}"}""";

    private static void ShouldBeLocked(Answer answer, int seconds)
    {
        answer.ShouldBeProblem(429, "too-many", "Too many");
        answer.Headers.GetValues("Retry-After").ShouldBe([seconds.ToString(CultureInfo.InvariantCulture)]);
    }

    private static string WithoutTrace(Answer answer)
    {
        var body = answer.Body.DeepClone().AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }

    private Visitor Browser() => new(installation.Strangers);

    private async Task<Visitor> AdministratorAsync()
    {
        installation.Clock.Now = SetClock.Nine;
        var browser = Browser();
        browser.Cookie = await installation.Keys.AdministratorAsync();
        return browser;
    }

    private Task<Answer> ResetAsync(string code) => Browser().PostAsync("/api/access/reset", $$"""{"code":"{{code}}","password":"{{AnotherPassword}}"}""");

    /// <summary>Makes an account as an administrator does, and sets its password as its person does.</summary>
    private async Task PersonAsync(string name)
    {
        var admin = await AdministratorAsync();
        var made = await admin.PostAsync("/api/accounts", $$"""{"name":"{{name}}","grants":{{Viewer}}}""");
        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        (await Browser().PostAsync("/api/access/reset", $$"""{"code":"{{(string)made.Body["code"]!}}","password":"{{Password}}"}""")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
