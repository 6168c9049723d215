using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.Dashboard.Access;
using EventOps.Dashboard.Devices;
using EventOps.Domain.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Dashboard.Tests.Running;

/// <summary>Credentials for tests, made within the application: an administrator of everything, accounts with given roles, devices, links.</summary>
public sealed class Keyring(Installation installation)
{
    private readonly ConcurrentDictionary<(string Mission, string Device), Lazy<Task<(string Id, string Credential)>>> _devices = new();
    private Lazy<Task<string>> _administrator = null!;

    /// <summary>The credential of an administrator of everything.</summary>
    public Task<string> AdministratorAsync() =>
        (_administrator ??= new Lazy<Task<string>>(() => AccountAsync("administrator", new Grant(Grant.Every, Role.Administrator)))).Value;

    /// <summary>Signs an account in that has these roles and no others.</summary>
    public async Task<string> AccountAsync(string id, params Grant[] grants)
    {
        await Book.ChangeAsync(Book.Accounts, id, held => (held ?? new Account(id, [])) with { Grants = [.. grants] });
        return (await installation.Services.GetRequiredService<SignInDesk>().AdmitAsync(new DefaultHttpContext(), id)).Credential!;
    }

    /// <summary>The credential of a device of a mission that may scan at every door and find people; it is made what the role says.</summary>
    public async Task<string> DeviceAsync(string mission, string device, Role role = Role.Floor)
    {
        var (id, credential) = await _devices.GetOrAdd((mission, device), _ => new Lazy<Task<(string, string)>>(() => EnrolAsync(mission, new DeviceScope(device, role, FindsPeople: true)))).Value;
        await Book.ChangeAsync(Book.Devices, id, held => held!.Role == role ? held : held with { Role = role });
        return credential;
    }

    /// <summary>The id of a device of a mission.</summary>
    public static string IdOf(string mission, string device) => $"{mission}.{device}";

    /// <summary>Enrols a device.</summary>
    public async Task<(string Id, string Credential)> EnrolAsync(string mission, DeviceScope scope)
    {
        var id = IdOf(mission, scope.Name);
        return (id, await installation.Services.GetRequiredService<DeviceDesk>().EnrolAsync(id, new MissionId(mission), scope, "test"));
    }

    private AccessBook Book => installation.Services.GetRequiredService<AccessBook>();
}
