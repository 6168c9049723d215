using System.Globalization;
using EventOps.Dashboard.Devices;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Links;

namespace EventOps.Dashboard.Access;

/// <summary>Who am I, signing in and out, and the single-use codes: first administrator, new password, paired device, host link.</summary>
internal static class AccessApi
{
    private const int LongestName = 64;
    private const int LongestText = 256;

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        var access = routes.MapGroup("/api/access").WithTags("Access");
        access.MapGet("/me", Me).IsOpen("It says what one may do, also that it is nothing").WithName("Me").WithSummary("Who the caller is and what they may do").Produces<MeView>();
        var proofs = access.MapGroup("").RequireRateLimiting(Limits.Proofs);
        proofs.MapPost("/sign-in", SignIn).IsOpen("It is how one proves who one is").WithName("SignIn").WithSummary("Signs in with a name and a password")
            .Produces<MeView>().ProducesValidationProblem().ProducesProblem(401).ProducesProblem(429);
        proofs.MapPost("/set-up", SetUpFirst).IsOpen("Its code is the proof").WithName("SetUp").WithSummary("Makes the first administrator").Produces<MeView>().ProducesValidationProblem().ProducesProblem(403);
        proofs.MapPost("/reset", UseReset).IsOpen("Its code is the proof").WithName("UseReset").WithSummary("Sets a password with a single-use code").Produces<MeView>().ProducesValidationProblem().ProducesProblem(403);
        proofs.MapPost("/pairing", Pair).IsOpen("Its code is the proof").WithName("Pair").WithSummary("Makes this browser, or with asToken a scanner, the device that a pairing code is of")
            .Produces<MeView>().ProducesValidationProblem().ProducesProblem(403);
        proofs.MapPost("/link", OpenLink).IsOpen("Its code is the proof").WithName("OpenLink").WithSummary("Shows a session to the holder of its host link").Produces<MeView>().ProducesProblem(403);
        proofs.MapPost("/password", ChangePassword).NeedsAny().WithName("ChangePassword").WithSummary("Changes one's own password").Produces<MeView>().ProducesValidationProblem().ProducesProblem(401).ProducesProblem(429);
        access.MapPost("/sign-out", SignOut).IsOpen("Whoever is nobody stays so").WithName("SignOut").WithSummary("Ends the sign-in, or forgets the device or link in this browser").Produces<MeView>();
    }

    private static async Task<IResult> Me(HttpContext context, Caller caller, Visitors visitors, MeViews views)
    {
        if (caller.Kind == CallerKind.Nobody && Credentials.In(context.Request, out _) is null && await visitors.AdmitAsync(context) is { } visitor)
        {
            Credentials.Give(context, visitor.Credential, visitor.Caller!.ExpiresAt);
            caller = visitor.Caller;
        }

        return TypedResults.Ok(views.Of(caller));
    }

    private static async Task<IResult> SignIn(HttpContext context, SignInRequest request, SignInDesk desk, MeViews views)
    {
        var errors = new FieldErrors();
        var name = errors.Text("name", request.Name, LongestName);
        if (request.Password is not { Length: > 0 and <= LongestText })
            errors.Add("password", "expected the password");
        return errors.None ? Answer(context, await desk.SignInAsync(context, name, request.Password!), views) : errors.Problem();
    }

    private static async Task<IResult> SignOut(HttpContext context, Caller caller, SignInDesk desk, MeViews views)
    {
        if (caller.Kind == CallerKind.Account)
            await desk.SignOutAsync(context, caller);
        Credentials.Give(context, null);
        return TypedResults.Ok(views.Of(Caller.Nobody));
    }

    private static async Task<IResult> ChangePassword(HttpContext context, Caller caller, PasswordRequest request, SignInDesk desk, MeViews views)
    {
        if (caller.Kind != CallerKind.Account)
            return Problems.NotAllowed("Only who signed in has a password.");
        var errors = new FieldErrors();
        if (request.Current is not { Length: > 0 and <= LongestText })
            errors.Add("current", "expected the password that is used now");
        var next = Passwords.Check("new", request.New, errors);
        return errors.None ? Answer(context, await desk.ChangePasswordAsync(context, caller, request.Current!, next), views) : errors.Problem();
    }

    private static async Task<IResult> SetUpFirst(HttpContext context, SetUpRequest request, SetUp setUp, SignInDesk desk, MeViews views)
    {
        var errors = new FieldErrors();
        var name = errors.Text("name", request.Name, LongestName);
        if (SignInDesk.IdOf(name).Length == 0)
            errors.Add("name", "expected a name with letters or digits");
        var password = Passwords.Check("password", request.Password, errors);
        if (!errors.None)
            return errors.Problem();
        return setUp.Opens(request.Code)
            ? Answer(context, await desk.SetUpAsync(context, name, password), views)
            : Problems.CodeNotGood("It was used, or this installation has an administrator. Its process prints a new one at its next start while there is none.");
    }

    private static async Task<IResult> UseReset(HttpContext context, ResetRequest request, SignInDesk desk, MeViews views)
    {
        var errors = new FieldErrors();
        var password = Passwords.Check("password", request.Password, errors);
        if (!errors.None)
            return errors.Problem();
        return request.Code is { Length: > 0 and <= LongestText } code && await desk.UseResetAsync(context, code, password) is { } signedIn
            ? Answer(context, signedIn, views)
            : Problems.CodeNotGood("It was used, or it is older than a day. An administrator can make another.");
    }

    private static async Task<IResult> Pair(HttpContext context, PairingRequest request, DeviceDesk desk, MeViews views)
    {
        if (await desk.PairAsync(context, request.Code) is not { } paired)
            return Problems.CodeNotGood("It was used, or it is older than ten minutes. An administrator can make another.");
        if (request.AsToken)
            return TypedResults.Ok(new TokenView(paired.Credential));
        Credentials.Give(context, paired.Credential, DateTimeOffset.MaxValue);
        return TypedResults.Ok(views.Of(paired.Caller));
    }

    private static async Task<IResult> OpenLink(HttpContext context, CodeRequest request, LinkDesk desk, MeViews views)
    {
        if (await desk.OpenAsync(request.Code) is not { } opened)
            return Problems.CodeNotGood("It has expired, or it was withdrawn. Ask whoever sent it for another.");
        Credentials.Give(context, opened.Credential, opened.Caller.ExpiresAt);
        return TypedResults.Ok(views.Of(opened.Caller));
    }

    private static IResult Answer(HttpContext context, SignedIn signedIn, MeViews views)
    {
        if (signedIn.Caller is { } caller)
        {
            Credentials.Give(context, signedIn.Credential, caller.ExpiresAt);
            return TypedResults.Ok(views.Of(caller));
        }

        if (signedIn.LockedUntil is not { } until)
            return Problems.WrongPassword();
        var wait = Math.Max(1, (int)Math.Ceiling((until - context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).TotalSeconds));
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Problems.TooMany($"After so many wrong passwords this account is locked for {wait} s. An administrator can reset its password.");
    }
}

/// <summary>Who somebody is.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Password">Its password.</param>
public sealed record SignInRequest(string? Name, string? Password);

/// <summary>A new password in the place of another.</summary>
/// <param name="Current">The password that is used now.</param>
/// <param name="New">The new one, 12 to 128 characters.</param>
public sealed record PasswordRequest(string? Current, string? New);

/// <summary>The first administrator.</summary>
/// <param name="Code">The code that the process printed at its start.</param>
/// <param name="Name">Their name.</param>
/// <param name="Password">Their password, 12 to 128 characters.</param>
public sealed record SetUpRequest(string? Code, string? Name, string? Password);

/// <summary>A password set with a single-use code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Password">The password, 12 to 128 characters.</param>
public sealed record ResetRequest(string? Code, string? Password);

/// <summary>A device that is to be paired.</summary>
/// <param name="Code">The pairing code, however it was typed.</param>
/// <param name="AsToken">Whether the credential is answered, for a scanner that is no browser, and not set as a cookie.</param>
public sealed record PairingRequest(string? Code, bool AsToken = false);

/// <summary>A code that is the proof.</summary>
/// <param name="Code">The code.</param>
public sealed record CodeRequest(string? Code);

/// <summary>A device's credential, to be sent with every request: Authorization: Bearer TOKEN.</summary>
/// <param name="Token">The credential; it is shown this once.</param>
public sealed record TokenView(string Token);
