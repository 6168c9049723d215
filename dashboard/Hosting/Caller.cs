using EventOps.Contracts;

namespace EventOps.Dashboard.Hosting;

/// <summary>Who asks (rule 10), from the request's credentials and never from its body. Until devices are paired these are three headers.</summary>
/// <param name="Device">The device.</param>
/// <param name="Operator">Who uses it.</param>
/// <param name="IsSupervisor">Whether they may annul what others scanned.</param>
public sealed record Caller(DeviceId Device, OperatorId Operator, bool IsSupervisor)
{
    /// <summary>The header that names the device.</summary>
    public const string DeviceHeader = "EventOps-Device";

    /// <summary>The header that names the operator.</summary>
    public const string OperatorHeader = "EventOps-Operator";

    /// <summary>The header that says what the operator may do: floor or supervisor.</summary>
    public const string RoleHeader = "EventOps-Role";

    /// <summary>The caller of a request, or null and the header that is missing.</summary>
    public static Caller? Of(HttpRequest request, out string missing)
    {
        missing = DeviceHeader;
        if (!DeviceId.TryParse(request.Headers[DeviceHeader], null, out var device))
            return null;
        missing = OperatorHeader;
        if (!OperatorId.TryParse(request.Headers[OperatorHeader], null, out var person))
            return null;
        return new Caller(device, person, string.Equals(request.Headers[RoleHeader], "supervisor", StringComparison.OrdinalIgnoreCase));
    }
}
