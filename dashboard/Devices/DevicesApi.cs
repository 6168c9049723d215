using System.Collections.Immutable;
using EventOps.Contracts.Missions;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Badges;
using EventOps.Dashboard.Hosting;
using EventOps.Dashboard.Missions;
using EventOps.Dashboard.Scans;
using EventOps.Domain.Access;

namespace EventOps.Dashboard.Devices;

/// <summary>Phones and scanners: paired, scoped, paired again, withdrawn.</summary>
internal static class DevicesApi
{
    private const int LongestName = 64;
    private const int MostDoors = 200;

    public static RouteGroupBuilder MapDevices(this RouteGroupBuilder mission)
    {
        var devices = mission.MapGroup("/devices").WithTags("Devices");
        devices.MapGet("/", (MissionScope mission, DeviceDesk desk, LastSeen seen, TimeProvider time) =>
                TypedResults.Ok(desk.Of(mission.Id).Select(device => DeviceView.Of(device.Id, device.Device, time.GetUtcNow(), seen)).ToArray()))
            .Needs(Permission.Devices).WithName("Devices").WithSummary("Every device, paired, waiting or withdrawn");
        devices.MapPost("/", Create).Needs(Permission.Devices).WithName("CreateDevice").WithSummary("Makes a device and the code that pairs it, once and within ten minutes")
            .Produces<DeviceWithCode>().ProducesValidationProblem();
        devices.MapPut("/{id}", Scope).Needs(Permission.Devices).WithName("ScopeDevice").WithSummary("Names a device and says where it may scan")
            .Produces<DeviceView>().ProducesValidationProblem().ProducesProblem(404);
        devices.MapPost("/{id}/roll", Roll).Needs(Permission.Devices).WithName("RollDevice").WithSummary("Takes a device's secret away, and makes a code to pair it again")
            .Produces<DeviceWithCode>().ProducesProblem(404);
        devices.MapPost("/{id}/revocation", Revoke).Needs(Permission.Devices).WithName("RevokeDevice").WithSummary("Withdraws a device's access, at once")
            .Produces<DeviceView>().ProducesValidationProblem().ProducesProblem(404);
        return mission;
    }

    private static async Task<IResult> Create(HttpContext context, MissionScope mission, DeviceRequest request, DeviceDesk desk, TimeProvider time)
    {
        var errors = new FieldErrors();
        var scope = Check(request, mission.Programme, errors);
        if (!errors.None)
            return errors.Problem();
        var (id, device, code) = await desk.CreateAsync(context, mission.Id, scope);
        return TypedResults.Ok(new DeviceWithCode(DeviceView.Of(id, device, time.GetUtcNow()), code));
    }

    private static async Task<IResult> Scope(HttpContext context, MissionScope mission, string id, DeviceRequest request, DeviceDesk desk, TimeProvider time)
    {
        if (desk.Find(mission.Id, id) is null)
            return Unknown(id);
        var errors = new FieldErrors();
        var scope = Check(request, mission.Programme, errors);
        return errors.None ? TypedResults.Ok(DeviceView.Of(id, await desk.ScopeAsync(context, mission.Id, id, scope), time.GetUtcNow())) : errors.Problem();
    }

    private static async Task<IResult> Roll(HttpContext context, MissionScope mission, string id, DeviceDesk desk, TimeProvider time)
    {
        if (desk.Find(mission.Id, id) is null)
            return Unknown(id);
        var (device, code) = await desk.RollAsync(context, mission.Id, id);
        return TypedResults.Ok(new DeviceWithCode(DeviceView.Of(id, device, time.GetUtcNow()), code));
    }

    private static async Task<IResult> Revoke(HttpContext context, MissionScope mission, string id, ReasonRequest request, DeviceDesk desk, TimeProvider time)
    {
        if (desk.Find(mission.Id, id) is null)
            return Unknown(id);
        var errors = new FieldErrors();
        var why = errors.Text("reason", request.Reason, CheckedScan.LongestReason);
        return errors.None ? TypedResults.Ok(DeviceView.Of(id, await desk.RevokeAsync(context, mission.Id, id, why), time.GetUtcNow())) : errors.Problem();
    }

    private static DeviceScope Check(DeviceRequest request, MissionProgramme programme, FieldErrors errors)
    {
        var name = errors.Text("name", request.Name, LongestName);
        if (request.Role is not (Role.Floor or Role.Supervisor))
            errors.Add("role", "expected floor or supervisor");
        return new DeviceScope(name, request.Role ?? Role.Floor, request.FindsPeople, CheckDoors("doors", request.Doors, programme, errors));
    }

    /// <summary>Doors that the mission has, or null for every door.</summary>
    public static ImmutableArray<string>? CheckDoors(string field, ImmutableArray<string?>? doors, MissionProgramme programme, FieldErrors errors)
    {
        if (doors is null)
            return null;
        if (doors.Value.IsEmpty || doors.Value.Length > MostDoors)
            errors.Add(field, $"expected 1 to {MostDoors} doors, or null for every door");
        for (var place = 0; place < doors.Value.Length; place++)
        {
            if (!DoorScope.TryParse(doors.Value[place], out var scope) || CheckedScan.FindDoor(RequestOf(scope), programme, out _) is null)
                errors.Add($"{field}[{place}]", $"expected {DoorScope.Expected}, of this mission");
        }

        return [.. doors.Value.Select(door => door ?? "")];
    }

    private static DoorRequest RequestOf(DoorScope scope) => new(
        Session: scope.Kind == "session" ? scope.Id : null, Room: scope.Kind == "room" ? scope.Id : null, Venue: scope.Kind == "venue" ? scope.Id : null);

    private static IResult Unknown(string id) => Problems.Unknown($"device '{id}'");
}

/// <summary>What a device is to be called and may do.</summary>
/// <param name="Name">Its name, 1 to 64 characters.</param>
/// <param name="Role">floor, or supervisor, who also finds people, overrides soft limits and annuls.</param>
/// <param name="FindsPeople">Whether a floor device may find people by name.</param>
/// <param name="Doors">Where it may scan: venue:id, room:id or session:id; null for every door.</param>
public sealed record DeviceRequest(string? Name, Role? Role, bool FindsPeople, ImmutableArray<string?>? Doors);

/// <summary>A device and the code that pairs it.</summary>
/// <param name="Device">The device.</param>
/// <param name="Code">The code, good once and for ten minutes; it is shown this once.</param>
public sealed record DeviceWithCode(DeviceView Device, string Code);

/// <summary>A device, as administrators see it.</summary>
/// <param name="Id">Its id, under which its scans are.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Role">floor or supervisor.</param>
/// <param name="FindsPeople">Whether it may find people by name.</param>
/// <param name="Doors">Where it may scan; null for every door.</param>
/// <param name="State">waiting, paired or revoked.</param>
/// <param name="PairingExpiresAt">Until when its pairing code is good, while it waits.</param>
/// <param name="PairedAt">When it was paired, or null.</param>
/// <param name="RevokedAt">When its access was withdrawn, or null.</param>
/// <param name="RevokedWhy">Why.</param>
/// <param name="LastSeen">When it was last heard of, or null.</param>
public sealed record DeviceView(
    string Id,
    string Name,
    Role Role,
    bool FindsPeople,
    ImmutableArray<string>? Doors,
    string State,
    DateTimeOffset? PairingExpiresAt,
    DateTimeOffset? PairedAt,
    DateTimeOffset? RevokedAt,
    string RevokedWhy,
    DateTimeOffset? LastSeen)
{
    internal static DeviceView Of(string id, Device device, DateTimeOffset now, LastSeen? seen = null) => new(
        id,
        device.Name,
        device.Role,
        device.FindsPeople,
        device.Doors,
        device.RevokedAt is not null ? "revoked" : device.SecretHash.Length > 0 ? "paired" : "waiting",
        device.PairingExpiresAt > now ? device.PairingExpiresAt : null,
        device.PairedAt,
        device.RevokedAt,
        device.RevokedWhy,
        seen?.Of(CallerKind.Device, id) ?? device.LastSeen);
}
