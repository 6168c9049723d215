using System.Collections.Immutable;
using System.Security.Cryptography;
using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Audit;
using EventOps.Domain.Access;
using EventOps.Programme;

namespace EventOps.Dashboard.Devices;

/// <summary>Pairs devices, scopes them, and takes their access away.</summary>
public sealed class DeviceDesk(AccessBook book, AuditTrail audit, TimeProvider time)
{
    /// <summary>How long a pairing code is good for.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    private const string Kind = "device";

    /// <summary>The devices of a mission, by name.</summary>
    public IEnumerable<(string Id, Device Device)> Of(MissionId mission) =>
        book.Devices.All.Where(device => device.Value.Mission == mission).OrderBy(device => device.Value.Name, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>A device of a mission, or null.</summary>
    public Device? Find(MissionId mission, string id) => book.Devices.Find(id) is { } device && device.Mission == mission ? device : null;

    /// <summary>Makes a device that waits to be paired, and returns the code for it, which is shown once.</summary>
    public async Task<(string Id, Device Device, string Code)> CreateAsync(HttpContext context, MissionId mission, DeviceScope scope)
    {
        var code = Secret.CreatePairingCode();
        var slug = Slug.Of(scope.Name);

        // Ids are the installation's, and doors have the same names everywhere: what another mission has under one is never replaced.
        for (var id = slug; ; id = $"{slug}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}")
        {
            var isFree = false;
            var device = await book.ChangeAsync(
                book.Devices,
                id,
                held =>
                {
                    isFree = held is null;
                    return held ?? WaitingFor(code, new Device(mission, scope.Name, scope.Role, scope.FindsPeople, scope.Doors));
                },
                (_, after) => [audit.Line(context, Kind, mission, $"{id} made", null, DeviceView.Of(id, after, time.GetUtcNow()))]);
            if (isFree)
                return (id, device, code);
        }
    }

    /// <summary>Names and scopes a device anew.</summary>
    public Task<Device> ScopeAsync(HttpContext context, MissionId mission, string id, DeviceScope scope) => ChangeAsync(
        context, mission, id, $"{id} scoped", device => device with { Name = scope.Name, Role = scope.Role, FindsPeople = scope.FindsPeople, Doors = scope.Doors });

    /// <summary>Makes a new pairing code; the secret that the device had is worth nothing from now on.</summary>
    public async Task<(Device Device, string Code)> RollAsync(HttpContext context, MissionId mission, string id)
    {
        var code = Secret.CreatePairingCode();
        return (await ChangeAsync(context, mission, id, $"{id} is to be paired again", device => WaitingFor(code, device)), code);
    }

    /// <summary>Takes a device's access away: with its next request, and within a second on its open connections.</summary>
    public Task<Device> RevokeAsync(HttpContext context, MissionId mission, string id, string why) => ChangeAsync(
        context,
        mission,
        id,
        $"{id} revoked: {why}",
        device => device.RevokedAt is null ? device with { RevokedAt = time.GetUtcNow(), RevokedWhy = why, PairingHash = "", PairingExpiresAt = null, SecretHash = "" } : device);

    /// <summary>Pairs the device that a code is of, once, and returns its credential; null when the code is not good any more.</summary>
    public async Task<(Caller Caller, string Credential)?> PairAsync(HttpContext context, string? typed)
    {
        var code = Secret.ReadPairingCode(typed);
        if (code.Length == 0)
            return null;
        if (Waiting(code) is null)
            await book.RefreshAsync();
        if (Waiting(code) is not { } id)
            return null;

        var secret = Secret.Create();
        var paired = false;
        var device = await book.ChangeAsync(
            book.Devices,
            id,
            held =>
            {
                paired = IsIt(held!, code);
                return paired ? held! with { PairingHash = "", PairingExpiresAt = null, SecretHash = Secret.Hash(secret), PairedAt = time.GetUtcNow() } : held!;
            },
            (_, after) => [audit.LineBy(Credentials.CallerOf(id, after), context, Kind, after.Mission, $"{id} paired")]);
        return paired ? (Credentials.CallerOf(id, device), Credentials.OfDevice(id, secret)) : null;
    }

    /// <summary>Makes a device that is paired already, for a program, and returns its credential.</summary>
    /// <param name="id">Its id; what was under it before is replaced.</param>
    /// <param name="mission">Its mission.</param>
    /// <param name="scope">Its name and what it may do.</param>
    /// <param name="source">Who makes it, for the audit trail.</param>
    public async Task<string> EnrolAsync(string id, MissionId mission, DeviceScope scope, string source)
    {
        var secret = Secret.Create();
        await book.ChangeAsync(
            book.Devices,
            id,
            _ => new Device(mission, scope.Name, scope.Role, scope.FindsPeople, scope.Doors, SecretHash: Secret.Hash(secret), PairedAt: time.GetUtcNow()),
            (before, after) =>
            [
                new(time.GetUtcNow(), mission.Value, Kind, source, "command", "", $"{id} enrolled", before is null ? "" : AccessJson.Write(DeviceView.Of(id, before, time.GetUtcNow())), AccessJson.Write(DeviceView.Of(id, after, time.GetUtcNow()))),
            ]);
        return Credentials.OfDevice(id, secret);
    }

    private Device WaitingFor(string code, Device device) => device with
    {
        PairingHash = Secret.Hash(code),
        PairingExpiresAt = time.GetUtcNow() + CodeLife,
        SecretHash = "",
        PairedAt = null,
        RevokedAt = null,
        RevokedWhy = "",
    };

    private string? Waiting(string code) => book.Devices.All.Where(device => IsIt(device.Value, code)).Select(device => device.Id).FirstOrDefault();

    private bool IsIt(Device device, string code) => device.PairingHash.Length > 0 && device.PairingExpiresAt > time.GetUtcNow() && Secret.IsIt(code, device.PairingHash);

    private Task<Device> ChangeAsync(HttpContext context, MissionId mission, string id, string what, Func<Device, Device> change) => book.ChangeAsync(
        book.Devices,
        id,
        held => change(held!),
        (before, after) => [audit.Line(context, Kind, mission, what, DeviceView.Of(id, before!, time.GetUtcNow()), DeviceView.Of(id, after, time.GetUtcNow()))]);
}

/// <summary>What a device is called and may do.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">floor or supervisor.</param>
/// <param name="FindsPeople">Whether it may also find people by name.</param>
/// <param name="Doors">Where it may scan; null for every door.</param>
public sealed record DeviceScope(string Name, Role Role = Role.Floor, bool FindsPeople = false, ImmutableArray<string>? Doors = null);
