using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.Dashboard.Audit;
using EventOps.Dashboard.Devices;
using EventOps.Dashboard.Hosting;
using EventOps.Domain.Access;
using EventOps.Domain.Missions;
using EventOps.Storage;

namespace EventOps.Dashboard.Access;

/// <summary>Accounts: made, given roles, disabled, their passwords reset.</summary>
internal static class AccountsApi
{
    private const int LongestName = 64;
    private const int MostGrants = 50;

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/api/accounts").WithTags("Accounts");
        accounts.MapGet("/", (AccessBook book) => TypedResults.Ok(
                book.Accounts.All.OrderBy(account => account.Value.Name, StringComparer.CurrentCultureIgnoreCase).Select(account => AccountView.Of(account.Id, account.Value)).ToArray()))
            .Needs(Permission.Accounts).WithName("Accounts").WithSummary("Every account with its roles");
        accounts.MapPost("/", Create).Needs(Permission.Accounts).WithName("CreateAccount").WithSummary("Makes an account, and the single-use code with which its password is set")
            .Produces<AccountWithCode>().ProducesValidationProblem().ProducesProblem(409);
        accounts.MapPut("/{id}", Change).Needs(Permission.Accounts).WithName("ChangeAccount").WithSummary("Gives and takes roles; disables or enables")
            .Produces<AccountView>().ProducesValidationProblem().ProducesProblem(404).ProducesProblem(409);
        accounts.MapPost("/{id}/reset", Reset).Needs(Permission.Accounts).WithName("ResetAccount").WithSummary("Ends an account's sign-ins, and makes a code with which its password is set anew")
            .Produces<AccountWithCode>().ProducesProblem(404);
    }

    private static async Task<IResult> Create(HttpContext context, AccountRequest request, AccessBook book, SignInDesk desk, AuditTrail audit, Programmes programmes)
    {
        var errors = new FieldErrors();
        var name = errors.Text("name", request.Name, LongestName);
        var id = errors.None ? SignInDesk.IdOf(name) : "";
        if (request.Grants is null)
            errors.Add("grants", "expected the roles, a list that may be empty");
        var grants = await CheckAsync(request.Grants ?? [], programmes, errors);
        if (!errors.None)
            return errors.Problem();
        if (book.Accounts.Find(id) is not null)
            return Problems.Conflict($"There is an account '{id}' already; another name is needed.", "account-exists");
        var code = await desk.ResetAsync(id, (_, after) => [audit.Line(context, "account", null, $"{id} made", null, AccountView.Of(id, after))], held => held ?? new Account(name, grants));
        return TypedResults.Ok(new AccountWithCode(AccountView.Of(id, book.Accounts.Find(id)!), code));
    }

    private static async Task<IResult> Change(
        HttpContext context, string id, AccountChange request, AccessBook book, SignInDesk desk, AuditTrail audit, Programmes programmes, Caller caller)
    {
        if (book.Accounts.Find(id) is null)
            return Unknown(id);
        var errors = new FieldErrors();
        var grants = request.Grants is null ? (ImmutableArray<Grant>?)null : await CheckAsync(request.Grants.Value, programmes, errors);
        if (!errors.None)
            return errors.Problem();
        if (caller.Id == id && Without(book.Accounts.Find(id)!))
            return Problems.Conflict("Nobody takes away their own administration: somebody else must.", "own-administration");
        var account = await book.ChangeAsync(
            book.Accounts, id, held => Changed(held!), (before, after) => [audit.Line(context, "role", null, $"{id} changed", AccountView.Of(id, before!), AccountView.Of(id, after))]);
        if (account.Disabled)
            await desk.EndAllAsync(id);
        return TypedResults.Ok(AccountView.Of(id, account));

        Account Changed(Account held) => held with { Grants = grants ?? held.Grants, Disabled = request.Disabled ?? held.Disabled };

        bool Without(Account held) => held.IsInstallationAdministrator && !Changed(held).IsInstallationAdministrator;
    }

    private static async Task<IResult> Reset(HttpContext context, string id, AccessBook book, SignInDesk desk, AuditTrail audit)
    {
        if (book.Accounts.Find(id) is null)
            return Unknown(id);
        var code = await desk.ResetAsync(id, (_, _) => [audit.Line(context, "account", null, $"{id}: password taken away, to be set by link")]);
        return TypedResults.Ok(new AccountWithCode(AccountView.Of(id, book.Accounts.Find(id)!), code));
    }

    private static async Task<ImmutableArray<Grant>> CheckAsync(ImmutableArray<GrantRequest?> requests, Programmes programmes, FieldErrors errors)
    {
        if (requests.Length > MostGrants)
            errors.Add("grants", $"expected at most {MostGrants}");
        var grants = ImmutableArray.CreateBuilder<Grant>();
        for (var place = 0; place < requests.Length; place++)
        {
            var field = $"grants[{place}]";
            if (requests[place] is not { } request)
            {
                errors.Add(field, "expected a mission and a role");
                continue;
            }

            var programme = MissionId.TryParse(request.Mission, null, out var mission) ? await programmes.GetAsync(mission) : null;
            if (programme is null && request.Mission != Grant.Every)
                errors.Add($"{field}.mission", "expected the id of a mission, or * for every one");
            if (request.Role is null)
                errors.Add($"{field}.role", "expected administrator, supervisor, floor, host or viewer");
            if (programme is null && (request.Doors ?? request.Sessions) is not null)
                errors.Add($"{field}.doors", "expected no doors and no sessions where the mission is not one");
            if (programme is null || request.Role is null)
            {
                grants.Add(new Grant(Grant.Every, request.Role ?? Role.Viewer));
                continue;
            }

            foreach (var session in request.Sessions ?? [])
            {
                if (!SessionId.TryParse(session, null, out var known) || ProgrammeIndex.Of(programme).Session(known) is null)
                    errors.Add($"{field}.sessions", "expected ids of sessions of this mission");
            }

            grants.Add(new Grant(mission.Value, request.Role.Value, DevicesApi.CheckDoors($"{field}.doors", request.Doors, programme, errors), request.Sessions is { } sessions ? [.. sessions.Select(session => session ?? "")] : null));
        }

        return grants.ToImmutable();
    }

    private static IResult Unknown(string id) => Problems.Unknown($"account '{id}'");
}

/// <summary>A role in a mission, as it is asked for.</summary>
/// <param name="Mission">The mission's id, or * for every one.</param>
/// <param name="Role">administrator, supervisor, floor, host or viewer.</param>
/// <param name="Doors">Where a floor role may scan; null for every door.</param>
/// <param name="Sessions">Whose roster a host may see; null for every session's.</param>
public sealed record GrantRequest(string? Mission, Role? Role, ImmutableArray<string?>? Doors, ImmutableArray<string?>? Sessions);

/// <summary>An account to be.</summary>
/// <param name="Name">The name that its person types, 1 to 64 characters.</param>
/// <param name="Grants">Its roles.</param>
public sealed record AccountRequest(string? Name, ImmutableArray<GrantRequest?>? Grants);

/// <summary>A change of an account; what is left out stays.</summary>
/// <param name="Grants">Its roles.</param>
/// <param name="Disabled">Whether nobody can sign in with it.</param>
public sealed record AccountChange(ImmutableArray<GrantRequest?>? Grants, bool? Disabled);

/// <summary>An account and the code with which its password is set.</summary>
/// <param name="Account">The account.</param>
/// <param name="Code">The code, good once and for a day; it is shown this once.</param>
public sealed record AccountWithCode(AccountView Account, string Code);

/// <summary>An account, as administrators see it.</summary>
/// <param name="Id">Its id, under which what it does is remembered.</param>
/// <param name="Name">The name that its person types.</param>
/// <param name="Disabled">Whether nobody can sign in with it.</param>
/// <param name="LockedUntil">Until when no password is looked at, or null.</param>
/// <param name="HasPassword">Whether its person has set a password.</param>
/// <param name="LastSignIn">When somebody last signed in with it, or null.</param>
/// <param name="Grants">Its roles.</param>
public sealed record AccountView(
    string Id, string Name, bool Disabled, DateTimeOffset? LockedUntil, bool HasPassword, DateTimeOffset? LastSignIn, ImmutableArray<Grant> Grants)
{
    internal static AccountView Of(string id, Account account) =>
        new(id, account.Name, account.Disabled, account.LockedUntil, account.PasswordHash.Length > 0, account.LastSignIn, account.Grants);
}
